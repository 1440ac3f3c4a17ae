"""Calls for help and messages, as the whole plant sees them."""
