"""Tightening controllers that speak Open Protocol.  Tier: silver in the making."""
