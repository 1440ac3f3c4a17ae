"""A tightening controller that is not there: an independent peer, for training and tests.

It shares the telegrams' layouts with the driver and nothing else; how it behaves is its own.
"""
