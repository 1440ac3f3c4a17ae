"""Marks texts for the translators; the name is the one ``pyside6-lupdate`` looks for."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001
    """``text`` itself, typed as what it is (Qt's own stub says object)."""
    return text
