"""GS1 codes: element strings, their printed bracket form, and Digital Link addresses.

A code is understood whole or not at all: a bad check digit, an impossible date, an unknown
application identifier, a missing separator or two answers to one question make it None.

The GS1 tables take about 0.1 s to load, so they are loaded with the first GS1 code, or ahead by
:func:`warm_up`.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from app.domain.gtin import DIGITS, gtin14
from app.domain.scans import Scan, ScanKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from biip.gs1_element_strings import GS1ElementString

#: FNC1 between two fields, as scanners send it.
GS = "\x1d"

#: AIM identifiers whose content is one bare GTIN, with the lengths each may have.
GTIN_SYMBOLOGIES = {"]E0": (12, 13), "]E4": (8,), "]I1": (14,)}

GTIN_KEYS = ("01", "02")

#: What Digital Link 1.0 and 1.1 also called the keys of a GTIN's path.
_SHORT_NAMES = {"gtin": "01", "cpv": "22", "lot": "10", "ser": "21"}
_SHORT_EXPIRY = re.compile(r"(^|&)exp=(\d{6})(?=&|$)", re.ASCII)
_RESOLVER = "id.gs1.org"
_COMPRESSED = re.compile(r"[A-Za-z0-9_-]{8,}")
#: The key 01 in two half bytes, and 47 bits for the GTIN behind it.
_KEY_BITS, _KEY_OF_GTIN, _GTIN_BITS = 8, 0x01, 47


def warm_up() -> None:
    """Load the GS1 tables now, so that the first scan answers as fast as the second."""
    from biip.gs1_digital_link_uris import GS1DigitalLinkURI

    GS1DigitalLinkURI.parse("https://id.gs1.org/01/09506000134352")


def read_elements(text: str) -> Scan | None:
    """Element strings with FNC1 (as GS) between them."""
    return _scan(text, lambda: _elements(text))


def read_brackets(text: str) -> Scan | None:
    """The form printed under a code, typed by a person: ``(01)09506000134352(10)A7``."""
    from biip.gs1_messages import GS1Message

    def elements() -> Iterable[GS1ElementString]:
        found = GS1Message.parse_hri(text).element_strings
        # The library skips what it cannot read; a lot cut short at a bracket is a wrong lot.
        whole = "".join(f"({e.ai.ai}){e.value}" for e in found)
        return found if whole == "".join(text.split()) else ()

    return _scan(text, elements)


def read_digital_link(text: str) -> Scan | None:
    """A GS1 Digital Link address, of any host; a compressed one is not read."""
    from biip.gs1_digital_link_uris import GS1DigitalLinkURI

    def elements() -> Iterable[GS1ElementString]:
        numbered = _numbered(text)
        found = GS1DigitalLinkURI.parse(numbered).element_strings
        pairs = parse_qsl(urlsplit(numbered).query, keep_blank_values=True)
        keys = [key for key, _ in pairs if key.isdigit()]
        # The library passes over unknown and empty keys, and of a repeated one takes the last.
        sound = len(keys) == len(set(keys)) and {e.ai.ai for e in found}.issuperset(keys)
        return found if sound else ()

    return _scan(text, elements)


def is_compressed_link(text: str) -> bool:
    """Whether an address that is not understood is a compressed Digital Link."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    segments = parts.path.strip("/").split("/")
    if parts.query or not _COMPRESSED.fullmatch(segments[-1]):
        return False
    is_resolver = parts.hostname == _RESOLVER and len(segments) == 1
    return is_resolver or _begins_with_gtin(segments[-1])


def _begins_with_gtin(packed: str) -> bool:
    """Whether the bits say key 01, and then a GTIN whose check digit is right."""
    bits = base64.urlsafe_b64decode(packed[: len(packed) // 4 * 4])
    rest = 8 * len(bits) - _KEY_BITS - _GTIN_BITS
    if rest < 0 or bits[0] != _KEY_OF_GTIN:
        return False
    number = int.from_bytes(bits) >> rest & (1 << _GTIN_BITS) - 1
    return gtin14(f"{number:0{DIGITS}}") is not None


def _numbered(text: str) -> str:
    """The address with keys that are numbers, as the standard has them since 1.2."""
    parts = urlsplit(text)
    segments = parts.path.split("/")
    if "gtin" in segments:
        first = segments.index("gtin")
        keys = segments[first::2]
        segments[first::2] = [_SHORT_NAMES.get(key, key) for key in keys]
    query = _SHORT_EXPIRY.sub(r"\g<1>17=\2", parts.query)
    return parts._replace(path="/".join(segments), query=query).geturl()


def read_gtin(text: str) -> Scan | None:
    """A bare GTIN out of an EAN, UPC or ITF-14 code."""
    gtin = gtin14(text)
    return Scan(kind=ScanKind.PART, raw=text, gtin=gtin) if gtin else None


def _scan(text: str, read: Callable[[], Iterable[GS1ElementString]]) -> Scan | None:
    from biip import ParseError

    if not text.isascii():
        return None
    try:
        found = tuple(read())
    except (ParseError, ValueError):  # ValueError: not even an address
        return None
    values = _by_identifier(found)
    return _understood(text, values, found) if values else None


def _elements(text: str) -> Iterable[GS1ElementString]:
    """Every element, if each that needs a separator behind it has one.

    Without that check a lot that lost its separator swallows or splits what follows.
    """
    from biip.gs1_messages import GS1Message

    found: list[GS1ElementString] = []
    for stretch in text.strip(GS).split(GS):
        elements = GS1Message.parse(stretch).element_strings
        if stretch != stretch.strip() or any(e.ai.separator_required for e in elements[:-1]):
            return ()
        found.extend(elements)
    return found


def _by_identifier(found: Iterable[GS1ElementString]) -> dict[str, str] | None:
    """Value by application identifier; None for a wrong inner format or contradiction."""
    values: dict[str, str] = {}
    for element in found:
        key, value = element.ai.ai, element.value
        if element.gtin_error or element.sscc_error or element.gln_error or not value.isascii():
            return None
        if values.setdefault(key, value) != value or (key in GTIN_KEYS and not value.strip("0")):
            return None
    return values


def _understood(text: str, values: dict[str, str], found: Iterable[GS1ElementString]) -> Scan:
    """A part when the code names one; else unknown, with what it does say."""
    gtin = values.get("01") or values.get("02")
    part = values.get("241") or values.get("240")
    count = values.get("37") or values.get("30")
    dates = {e.ai.ai: e.date for e in found if e.ai.ai in {"17", "7003"}}
    return Scan(
        kind=ScanKind.PART if gtin or part else ScanKind.UNKNOWN,
        raw=text,
        gtin=gtin.zfill(DIGITS) if gtin else None,
        part=part,
        lot=values.get("10"),
        serial=values.get("21"),
        expiry=dates.get("17") or dates.get("7003"),
        quantity=int(count) if count else None,
    )
