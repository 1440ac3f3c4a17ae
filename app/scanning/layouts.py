"""What a code became on its way through a keyboard set differently from the scanner's.

A keyboard-wedge scanner presses keys, not characters.  Where its layout and the PC's differ, Y
and Z change places, digits become accents.  That is found out here so that it can be said; the
code is never repaired.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: Longer ones are no labels of ours.
_MAX_CHARS = 200
CAPS_LOCK = "caps"

#: The characters of the keys in the same order: four rows without Shift, four with it.
_ROWS = {
    "US": (
        "`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./",
        "~!@#$%^&*()_+", "QWERTYUIOP{}|", 'ASDFGHJKL:"', "ZXCVBNM<>?",
    ),
    "DE": (
        "^1234567890ß´", "qwertzuiopü+#", "asdfghjklöä", "yxcvbnm,.-",
        '°!"§$%&/()=?`', "QWERTZUIOPÜ*'", "ASDFGHJKLÖÄ", "YXCVBNM;:_",
    ),
    "FR": (
        "²&é\"'(-è_çà)=", "azertyuiop^$*", "qsdfghjklmù", "wxcvbn,;:!",
        "~1234567890°+", "AZERTYUIOP¨£µ", "QSDFGHJKLM%", "WXCVBN?./§",
    ),
    "ES": (
        "º1234567890'¡", "qwertyuiop`+ç", "asdfghjklñ´", "zxcvbnm,.-",
        'ª!"·$%&/()=?¿', "QWERTYUIOP^*Ç", "ASDFGHJKLÑ¨", "ZXCVBNM;:_",
    ),
}  # fmt: skip
_KEYS = {name: "".join(rows) for name, rows in _ROWS.items()}
#: The one most scanners leave the works with comes first.
_PAIRS = tuple(permutations(_KEYS, 2))


def through_keyboard(text: str, *, scanner: str, pc: str) -> str:
    """What the PC reads when a scanner set to ``scanner`` types ``text``."""
    return text.translate(str.maketrans(_KEYS[scanner], _KEYS[pc]))


def keyboard_trap(text: str, is_known: Callable[[str], bool]) -> str | None:
    """Why nobody knows ``text``: "caps", or the layouts as "US:DE" (scanner's, PC's), or None."""
    if len(text) > _MAX_CHARS:
        return None
    if text != text.swapcase() and is_known(text.swapcase()):
        return CAPS_LOCK
    for scanner, pc in _PAIRS:
        meant = through_keyboard(text, scanner=pc, pc=scanner)
        if meant != text and is_known(meant):
            return f"{scanner}:{pc}"
    return None
