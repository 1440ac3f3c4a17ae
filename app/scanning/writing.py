r"""What a code has to hold so that it reads back as what was meant.

GS1 content comes as people print it, ``(01)09506000134352(10)A7``, or as scanners send it, with
``\x1d`` as separator.  The brackets are for people: they are never written into a code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from app.domain.errors import InvalidInput
from app.domain.gtin import check_digit
from app.domain.labels import Symbol, SymbolKind
from app.scanning import gs1
from app.scanning.parser import ENVELOPE

if TYPE_CHECKING:
    from biip.gs1_element_strings import GS1ElementString

#: What one GS1-128 may hold (GS1 General Specifications, 5.4.2), separators counted.
GS1_128_CHARS = 48

_AIM = re.compile(r"\](?:C1|d2|Q3)")
#: Brackets round digits are for people, whatever the digits.
_BRACKETED = re.compile(r"\(\d+\)", re.ASCII)
_ELEMENT = re.compile(r"\((\d+)\)([^(]+)", re.ASCII)
_GTIN_FIRST = re.compile(r"01\d{14}", re.ASCII)
_LINK = re.compile(r"https?://(?:id\.gs1\.org/|[^?#]*/01/\d)", re.IGNORECASE)
_SHOWN_CHARS = 30


def symbol_of(kind: SymbolKind, text: str) -> Symbol:
    """The code of ``kind`` that says ``text``.

    Raises:
        InvalidInput: it would say something wrong, or not what was meant; the message says why.
    """
    claim = _AIM.match(text)
    content = text[claim.end() :] if claim else text
    if not content.strip():
        _refuse(kind, "there is nothing to write; give the content with --data")
    if kind is SymbolKind.GS1_128 or claim or _is_gs1(content):
        return _gs1_symbol(kind, content)
    if _LINK.match(content) and gs1.read_digital_link(content) is None:
        _refuse(kind, f"{_shown(content)} is no sound GS1 Digital Link: check its numbers")
    if any(ord(sign) < ord(" ") for sign in content) and not content.startswith(ENVELOPE):
        _refuse(kind, "the text has control characters, which scanners change or leave out")
    return Symbol(kind=kind, text=content)


def _is_gs1(text: str) -> bool:
    """What the station would read as GS1 is written as GS1."""
    if text.startswith(ENVELOPE):
        return False
    if gs1.GS in text or _BRACKETED.match(text):
        return True
    return bool(_GTIN_FIRST.match(text)) and gs1.read_elements(text) is not None


def _gs1_symbol(kind: SymbolKind, text: str) -> Symbol:
    if not text.isascii():
        _refuse(kind, "GS1 codes have no letters beyond ASCII")
    pairs = _bracketed(kind, text) if _BRACKETED.match(text) else _as_sent(kind, text)
    elements = [_element(kind, identifier, value) for identifier, value in pairs]
    identifiers = [identifier for identifier, _ in pairs]
    twice = next((one for one in identifiers if identifiers.count(one) > 1), None)
    if twice:
        _refuse(kind, f"({twice}) stands there twice; a code says each thing once")
    content = _joined(elements)
    if gs1.read_elements(content) is None:
        _refuse(kind, f"{_shown(text)} does not read back as GS1; check each value")
    if kind is SymbolKind.GS1_128 and len(content) > GS1_128_CHARS:
        why = f"{len(content)} characters, and a GS1-128 holds {GS1_128_CHARS}"
        _refuse(kind, f"{why}; take fewer elements, or datamatrix")
    return Symbol(kind=kind, text=content, elements=tuple(pairs))


def _bracketed(kind: SymbolKind, text: str) -> list[tuple[str, str]]:
    joined = "".join(text.split())
    pairs = _ELEMENT.findall(joined)
    if "".join(f"({identifier}){value}" for identifier, value in pairs) != joined:
        why = "an open bracket inside a value, or nothing behind an identifier"
        _refuse(kind, f"{_shown(text)} has {why}; a value with a bracket is given as sent")
    return pairs


def _as_sent(kind: SymbolKind, text: str) -> list[tuple[str, str]]:
    """The elements of a scanner's text, each that needs a separator behind it having one."""
    from biip import ParseError
    from biip.gs1_element_strings import GS1ElementString

    pairs = []
    for stretch in text.strip(gs1.GS).split(gs1.GS):
        rest = stretch
        while rest:
            try:
                found = GS1ElementString.extract(rest)
            except ParseError:
                _refuse(kind, f"no GS1 element begins with {_shown(rest)}")
            rest = rest[len(found) :]
            if rest and found.ai.separator_required:
                why = f"behind ({found.ai.ai}){found.value} comes {_shown(rest)}"
                _refuse(kind, rf"{why} without a separator (\x1d); or the value is too long")
            pairs.append((found.ai.ai, found.value))
    return pairs


def _element(kind: SymbolKind, identifier: str, value: str) -> GS1ElementString:
    from biip import ParseError
    from biip.gs1_application_identifiers import GS1ApplicationIdentifier
    from biip.gs1_element_strings import GS1ElementString

    if _BRACKETED.search(value):
        why = "the brackets people read, which are never written into a code"
        _refuse(kind, f"the value {_shown(value)} of ({identifier}) has {why}")
    try:
        known = GS1ApplicationIdentifier.extract(identifier)
    except ParseError:
        known = None
    if known is None or known.ai != identifier:
        _refuse(kind, f"GS1 has no application identifier ({identifier})")
    try:
        element = GS1ElementString.parse(identifier + value)
    except ParseError:
        why = f"is not what it has to be: {known.description}, {known.format}"
        _refuse(kind, f"({identifier}){value} {why}")
    if element.gtin_error or element.sscc_error or element.gln_error:
        due = check_digit(value[:-1])
        _refuse(kind, f"({identifier}){value} has a wrong check digit; {due} would be right")
    return element


def _joined(elements: list[GS1ElementString]) -> str:
    from biip.gs1_element_strings import GS1ElementStrings
    from biip.gs1_messages import GS1Message

    return GS1Message.from_element_strings(GS1ElementStrings(elements)).value


def _shown(text: str) -> str:
    cut = text if len(text) <= _SHOWN_CHARS else text[:_SHOWN_CHARS] + "…"
    return repr(cut)


def _refuse(kind: SymbolKind, why: str) -> NoReturn:
    message = f"{kind}: {why}."
    raise InvalidInput(message)
