"""The memory's rules, driven through a scripted plant history by code that does not know it."""
