"""Machines and fixtures behind a PLC with an OPC UA server, by shared tags.

Quality: bronze.  It reconnects by itself and tells timeout, refusal and offline apart; it has
not been recorded against a real PLC yet.
"""
