"""Hand gauges on a serial line: Mitutoyo and Sylvac.

Neither sends its unit with a value, so it comes from the configuration; a Sylvac gauge that
hears us is asked for its unit and held to it.  The digits come as shown on the display:
``0.1250`` is a finer reading than ``0.125`` and stays one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from app.domain.readings import Judgement
from device_drivers.serial.decoded import Decoded, Faulty, Identified, InUnit, Measured, shown

#: ``0``, channel, ``A``, sign, eight characters of number: USB-ITN, DP-1VR and the multiplexers.
_MITUTOYO_VALUE = re.compile(rb"0(?P<channel>\d)A(?P<number>[+-](?=[\d.]{8}\Z)\d+\.?\d*)")
_MITUTOYO_ERROR = re.compile(rb"9(?P<channel>\d)\d")

_SYLVAC_VALUE = re.compile(rb"(?P<number>[+-]?\d+(?:\.\d+)?) ?(?P<judged>[<=>])?")
_SYLVAC_ERROR = re.compile(rb"ERR(?P<code>\d)")
_SYLVAC_ERRORS = {
    b"0": "its sensor failed, as when it is moved too fast",
    b"1": "it does not know the command",
    b"2": "the command did not reach it whole; check parity and cable",
    b"3": "it is outside its measuring range",
}
_SYLVAC_UNITS = {b"MM": "mm", b"IN": "[in_i]"}
_SYLVAC_IDENTITY = re.compile(rb"SY(?:LVAC)?[ .]?(?P<model>[A-Z0-9_]+(?:\.[A-Za-z0-9]+)*)")
_SYLVAC_JUDGEMENTS = {b"<": Judgement.LOW, b"=": Judgement.OK, b">": Judgement.HIGH}
_NONE = Judgement.NOT_JUDGED
#: What a gauge that hears us echoes, or answers to what nobody here asked.
_SYLVAC_ECHOES = re.compile(rb"\?|PRI|(?:UNI|MOD|SET|ID|PRE|VER)\?|NOR|MAX|MIN|DEL")

ASK_SYLVAC = b"?\r"
ASK_SYLVAC_UNIT = b"UNI?\r"


def decode_mitutoyo(payload: bytes) -> Decoded:
    """``01A+0000.123`` or an error such as ``911``."""
    if found := _MITUTOYO_VALUE.fullmatch(payload):
        return replace(_measured(found["number"]), channel=found["channel"].decode("ascii"))
    if found := _MITUTOYO_ERROR.fullmatch(payload):
        return Faulty(
            f"The gauge interface answered error {shown(payload)}: it got no value on channel "
            f"{shown(found['channel'])}. Check that the gauge is plugged in and switched on, "
            "and measure again."
        )
    return _unknown(payload)


def decode_sylvac(payload: bytes) -> Decoded:
    """``+12.345``, with ``<``, ``=`` or ``>`` in tolerance mode, or an error such as ``ERR1``."""
    body = payload.strip(b" ")
    if found := _SYLVAC_VALUE.fullmatch(body):
        judged = found["judged"]
        return _measured(found["number"], _SYLVAC_JUDGEMENTS[judged] if judged else _NONE)
    if found := _SYLVAC_ERROR.fullmatch(body):
        words = _SYLVAC_ERRORS.get(found["code"], "see its manual")
        return Faulty(f"The gauge answered {shown(body)}: {words}. Measure again.")
    return _sylvac_words(body) or (None if _SYLVAC_ECHOES.fullmatch(body) else _unknown(payload))


def _sylvac_words(body: bytes) -> InUnit | Identified | None:
    if unit := _SYLVAC_UNITS.get(body):
        return InUnit(unit)
    found = _SYLVAC_IDENTITY.fullmatch(body)
    return Identified(found["model"].decode("ascii")) if found else None


def _measured(number: bytes, judgement: Judgement = _NONE) -> Measured:
    value = Decimal(number.decode("ascii"))
    # A gauge shows -0.000 while it settles around zero; the record has one zero.
    return Measured(abs(value) if value == 0 else value, judgement=judgement)


def _unknown(payload: bytes) -> Faulty:
    return Faulty(
        f"The gauge sent {shown(payload)}, which is no value of its format; "
        "check profile, baud rate and cable."
    )
