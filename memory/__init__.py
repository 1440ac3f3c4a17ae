"""The decision memory's rules: finding like cases, ranking advice, judging outcomes.

One implementation for station and server.  Nothing here stores, speaks or knows the time: it is
given cases and gives answers, so that both sides show the same and a judge can check it alone.
"""
