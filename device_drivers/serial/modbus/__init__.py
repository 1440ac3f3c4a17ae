"""Gauges, amplifiers and scales that are asked over Modbus RTU or TCP.

Quality: bronze.  Several of them on one line share it; one that is silent does not disturb the
others.  They have not been recorded against real devices yet.
"""
