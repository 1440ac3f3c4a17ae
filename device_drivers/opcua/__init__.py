"""Machines behind a PLC by shared tags, joining systems by OPC 40450/40451, over OPC UA.

Quality: bronze.  It reconnects by itself and tells timeout, refusal and offline apart; it has
not been recorded against a real PLC yet.
"""
