"""Tightening controllers that speak Open Protocol.  Tier: silver in the making.

| from the wire to the tool | |
|---|---|
| bytes | ``opening``, ``framer``, ``parts``, ``numbering`` |
| telegrams | ``message``, ``layout``, ``fields``, ``variables``, ``tables`` |
| the conversation | ``link``, ``dialogue``, ``revisions``, ``session``, ``watches``, ``troubles`` |
| results | ``result_feed`` and its three forms, ``backfill``, ``intake``, ``trace``, ``curves`` |
| use | ``tool`` (the port), ``commands``, ``questions``, ``check``, ``listen``, ``replay`` |
| vendors | ``profile``, ``profiles/*.toml`` |
| the other side | ``simulator`` |
"""
