"""What number pad and text pad share: keys that a real keyboard presses too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.messages import say
from ui.presenters.phrases import Phrase
from ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from ui.theme.look import Look

BACK, SHIFT, SPACE, SIGN = "back", "shift", "space", "sign"
_OTHER_NAMES = {",": ".", "-": SIGN, " ": SPACE}
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def pad_key(
    look: Look, on_tap: Callable[[str], object], name: str, word: str, *, kind: str, icon: str
) -> Button:
    """A key that does not take the focus when tapped; ``on_tap`` is called with "key:name"."""
    button = Button(look, on_tap, kind=kind)
    button.show_action(f"key:{name}", word, icon=icon)
    button.setAccessibleName(word or name)
    return button


def name_keys(keys: Mapping[str, Button]) -> None:
    """What a screen reader says of the keys that have a picture, in the screen's language."""
    for name in (BACK, SHIFT, SPACE, SIGN):
        if name in keys:
            keys[name].setAccessibleName(say(Phrase(f"key/{name}")))


def has_command(event: QKeyEvent) -> bool:
    """Ctrl, Alt or the like is held: not typing."""
    return bool(event.modifiers() & _COMMANDS)


def press_key(keys: Mapping[str, Button], event: QKeyEvent) -> bool:
    """Press the key on the glass that ``event`` stands for; False when there is none."""
    if has_command(event):
        return False
    text = BACK if event.key() == Qt.Key.Key_Backspace else event.text()
    for name in (text, _OTHER_NAMES.get(text, "")):
        button = keys.get(name)
        if button is not None and not button.isHidden():
            button.click()
            return True
    return False
