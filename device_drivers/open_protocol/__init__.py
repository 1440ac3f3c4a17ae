"""Tightening controllers that speak Open Protocol.

Quality: bronze.  It reconnects by itself, tells timeout, refusal and offline apart, and fetches
what it missed; it has not been recorded against real controllers yet.

| from the wire to the tool | |
|---|---|
| bytes | ``opening``, ``framer``, ``parts``, ``numbering`` |
| telegrams | ``message``, ``layout``, ``fields``, ``variables``, ``tables`` |
| conversation | ``link``, ``dialogue``, ``revisions``, ``session``, ``watches``, ``troubles`` |
| results | ``result_feed`` and its three forms, ``backfill``, ``intake``, ``trace``, ``curves`` |
| use | ``tool`` (the port), ``commands``, ``questions``, ``check``, ``listen``, ``replay`` |
| vendors | ``profile``, ``profiles/*.toml`` |
| the other side | ``simulator`` |
"""
