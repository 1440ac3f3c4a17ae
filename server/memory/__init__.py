"""The plant's decision memory: drawn from log and feed, told to the stations, asked by people."""
