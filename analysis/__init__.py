"""Calculations on plain numbers with published sources, for the station and the server."""
