"""Words about languages."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

LANGUAGES: dict[str, str] = {
    "do_it/language": QT_TRANSLATE_NOOP("station", "Language"),
    "language/title": QT_TRANSLATE_NOOP("station", "Choose the language of this screen"),
    "language/line": QT_TRANSLATE_NOOP("station", "When you sign in, your own language is shown."),
    # Over an instruction that does not exist in the language of the screen.
    "language/text_in": QT_TRANSLATE_NOOP("station", "Text in {language}"),
    # What is confirmed, in the quotation marks of the language.
    "confirm/statement": QT_TRANSLATE_NOOP("station", "“{statement}”"),
    # Said by a screen reader of keys that have a picture.
    "key/back": QT_TRANSLATE_NOOP("station", "Delete the last character"),
    "key/shift": QT_TRANSLATE_NOOP("station", "Capital letters"),
    "key/space": QT_TRANSLATE_NOOP("station", "Space"),
    "key/sign": QT_TRANSLATE_NOOP("station", "Change the sign"),
    # Roles a plant need not name itself.
    "role/operator": QT_TRANSLATE_NOOP("station", "Operator"),
    "role/trainer": QT_TRANSLATE_NOOP("station", "Trainer"),
    "role/lead": QT_TRANSLATE_NOOP("station", "Team lead"),
    "role/inspector": QT_TRANSLATE_NOOP("station", "Inspector"),
    "role/quality": QT_TRANSLATE_NOOP("station", "Quality"),
    "role/technician": QT_TRANSLATE_NOOP("station", "Technician"),
    "role/engineer": QT_TRANSLATE_NOOP("station", "Engineer"),
    "role/administrator": QT_TRANSLATE_NOOP("station", "Administrator"),
}
