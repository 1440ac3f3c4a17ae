"""Scanners, gauges, scales and wrenches on serial ports, USB-CDC ports and device servers.

Quality: bronze.  They reopen their port by themselves and say what they cannot understand; they
have not been recorded against real devices yet.
"""
