"""Mettler Toledo scales: the MT-SICS dialogue, of which only stable weights are results."""

from __future__ import annotations

import re
from decimal import Decimal

from device_drivers.serial.decoded import Decoded, Faulty, Identified, Measured, shown

#: Cancels whatever was running; the scale answers with its serial number, as at power-on.
RESET = b"@\r\n"
#: "Send the stable weight, and again after every change": the weighing asks for nothing more.
SEND_ON_CHANGE = b"SR\r\n"

_WEIGHT = re.compile(rb"S (?P<state>[SD]) +(?P<number>-?\d+(?:\.\d+)?) (?P<unit>[A-Za-z]+)")
_SERIAL = re.compile(rb'I4 A "(?P<serial>[^"]*)"')
_UCUM = {
    "g": "g",
    "kg": "kg",
    "mg": "mg",
    "t": "t",
    "lb": "[lb_av]",
    "oz": "[oz_av]",
    "ct": "[car_m]",
}
_REFUSALS = {
    b"S I": "the scale could not take a stable weight; let it come to rest and try again",
    b"S +": "the scale is overloaded; take the load off",
    b"S -": "the scale is underloaded; check that the pan is on",
    b"ES": "the scale did not understand the command; check its MT-SICS level",
    b"ET": "the command did not reach the scale whole; check the cable",
    b"EL": "the scale cannot do what was asked; check its MT-SICS level",
}


def decode_mt_sics(payload: bytes) -> Decoded:
    """One MT-SICS answer.  A weight still moving (``S D``) is not reported."""
    body = payload.strip(b" ")
    if found := _WEIGHT.fullmatch(body):
        return _weight(found)
    if found := _SERIAL.fullmatch(body):
        return Identified(found["serial"].decode("latin-1"))
    if words := _REFUSALS.get(body):
        return Faulty(f"The scale answered {shown(body)}: {words}.")
    return Faulty(
        f"The scale sent {shown(payload)}, which is no MT-SICS answer; "
        "check profile, baud rate and cable."
    )


def _weight(found: re.Match[bytes]) -> Decoded:
    if found["state"] == b"D":
        return None
    unit = _UCUM.get(found["unit"].decode("ascii"))
    if unit is None:
        return Faulty(
            f"The scale weighs in {shown(found['unit'])}, which is not supported; "
            "set it to g or kg."
        )
    return Measured(Decimal(found["number"].decode("ascii")), unit)
