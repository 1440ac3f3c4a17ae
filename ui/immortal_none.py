"""Keeps None and True alive on Python 3.11, where PySide6 6.12 would wear them out.

The wheels of 6.12.0 give away a reference to None at every call that returns nothing, and one to
True at every signal emitted; from Python 3.12 on that is harmless, since both are immortal there.
Before, the count falls until the interpreter aborts with "deallocating None" or "deallocating
True or False": of None by a few thousand a minute, of True by one for each state a station shows.
A count that cannot be used up in the life of the machine is what 3.12 does as well.
"""

from __future__ import annotations

import sys

_NEVER_USED_UP = 1 << 60


def keep_none_alive() -> None:
    """Call once before any widget is made; does nothing where it is not needed."""
    if sys.version_info >= (3, 12) or sys.getrefcount(None) >= _NEVER_USED_UP // 2:
        return
    import ctypes

    for lasting in (None, True, False):
        # In CPython an object starts with its reference count, and id() is its address.
        ctypes.c_ssize_t.from_address(id(lasting)).value += _NEVER_USED_UP
