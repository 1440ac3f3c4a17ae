"""Torque wrenches and controllers that print each result on a serial line.

None of them can be locked from here, so they are gauges whose value is a tightening.  The
formats are fixed records; what does not fit its record to the last character is no result.
"""

from __future__ import annotations

import re
from decimal import Decimal

from app.domain.readings import Judgement
from device_drivers.serial.decoded import Decoded, Faulty, Measured, Tightened, shown

_OK, _LOW, _HIGH = Judgement.OK, Judgement.LOW, Judgement.HIGH
_LETTERS = {"O": _OK, "A": _OK, "L": _LOW, "H": _HIGH}
#: Torque and angle judged good, or torque alone; without any limits set the wrench says "--".
_TOHNICHI_GOOD = frozenset({"OO", "O-"})
_TOHNICHI_NONE = frozenset({None, "--"})
#: An angle so small that the bolt was tight already.
_TIGHT_ALREADY = "D"
_DEGREES = "deg"

_TOHNICHI = re.compile(
    r"RE,(?P<count>\d{3}),(?P<torque>[+-]?\d+(?:\.\d+)?),"
    r"(?:(?P<unit>[A-Za-z.]+) *,(?P<angle>[+-]?\d+|[- ]*),deg,(?P<judged>[DHLO-][DHLNO-]),"
    r"(?P<wrench>[0-9A-Z]{7}),)?"
    r"(?P<date>\d\d/\d\d/\d\d),(?P<time>\d\d:\d\d:\d\d)"
)
_MARK10 = re.compile(r"(?P<torque>[+-]?\d+(?:\.\d+)?)(?: (?P<unit>[A-Za-z]+))?")
_MARK10_ERROR = re.compile(r"\*(?P<code>\d\d)(?: .*)?")
_ACRADYNE = re.compile(
    r"# (?P<program>[1-9A-W]) 1 (?P<job>\d{2}) (?P<torque>\d+\.\d+) (?P<angle>\d{4}) "
    r"\d{4} \d{4} (?P<judged>[@HIJK])"
)
_TME = re.compile(
    r"B(?P<tool>[ \d]{2})(?P<program>[ \d]{2})(?P<at>\d{12})"
    r"(?P<torque>[ \d.]{7})(?P<low>[ \d.]{7})(?P<high>[ \d.]{7})(?P<judged>[LAH])"
    r"(?P<angle>[ \d.]{7})(?P<angle_low>[ \d.]{7})(?P<angle_high>[ \d.]{7})"
    r"(?P<angle_judged>[LAH])"
)
#: Peak torque, angle and final torque, each with its letter; rates and times are passed over.
_FEC = re.compile(
    r"(?P<count>\d{4})  (?P<spindle>[ \d]{2})    (?P<program>[ \d])(?P<torque>[ \d.]{7})"
    r"(?P<judged>[HL ])(?P<angle>[ \d]{5})(?P<angle_judged>[HL ])(?P<final>[ \d.]{6})[HL ]"
    r".{38}(?P<total>[OXAS]) {3}"
)

#: As the devices write them, lower case and without dots.
_UCUM = {
    "nm": "N.m",
    "ncm": "N.cm",
    "nmm": "N.mm",
    "cnm": "cN.m",
    "mnm": "mN.m",
    "knmm": "kN.mm",
    "kgfm": "kgf.m",
    "kgfcm": "kgf.cm",
    "kgfmm": "kgf.mm",
    "lbfin": "[lbf_av].[in_i]",
    "lbfft": "[lbf_av].[ft_i]",
    "ozfin": "[oz_av].[g].[in_i]",
    "n": "N",
    "kn": "kN",
    "mn": "mN",
    "kgf": "kgf",
    "lbf": "[lbf_av]",
}
_ACRADYNE_JUDGED: dict[str, tuple[Judgement, Judgement]] = {
    "@": (_OK, _OK),
    "H": (_LOW, _OK),
    "I": (_HIGH, _OK),
    "J": (_OK, _LOW),
    "K": (_OK, _HIGH),
}
_FIRST_LETTER_PROGRAM = 10
_MARK10_ERRORS = {
    "10": "it does not know the command; check that it is a gauge with this command set",
    "11": "the command does not fit its present mode; leave its menu",
    "12": "the command has a wrong specifier",
    "22": "a value it was sent is too large",
}


def decode_tohnichi(payload: bytes) -> Decoded:
    """``RE,001,+100.0,nm,+090,deg,OO,123456A,16/12/31,12:59:59``, or M-3 without the middle."""
    found = _TOHNICHI.fullmatch(_text(payload))
    if found is None:
        return _unknown("wrench", payload)
    unit = _unit(found["unit"])
    if isinstance(unit, Faulty):
        return unit
    at = f"{found['date']} {found['time']}"
    torque, angle = found["torque"], (found["angle"] or "").strip("- ")
    first, second = _tohnichi_letters(found["judged"])
    return Tightened(
        Measured(Decimal(torque), unit, first),
        Measured(Decimal(found["angle"]), _DEGREES, second) if angle else None,
        ok=None if found["judged"] in _TOHNICHI_NONE else found["judged"] in _TOHNICHI_GOOD,
        # The count begins again after 999, and the clock after an empty battery.
        number=f"{found['count']} {at} {torque}",
        at_device=at,
        wrench=found["wrench"],
    )


def decode_mark10(payload: bytes) -> Decoded:
    """``-18.78 lbFin`` or ``4.285 Nm``; the unit may be switched off.  ``*10`` is an error."""
    text = _text(payload)
    if found := _MARK10_ERROR.fullmatch(text):
        words = _MARK10_ERRORS.get(found["code"], "see its manual")
        return Faulty(f"The torque gauge answered {shown(payload)}: {words}.")
    found = _MARK10.fullmatch(text)
    if found is None:
        return _unknown("torque gauge", payload)
    unit = _unit(found["unit"])
    return unit if isinstance(unit, Faulty) else Measured(Decimal(found["torque"]), unit)


def decode_acradyne(payload: bytes) -> Decoded:
    """``# 3 1 04 012.5 0034 0000 0000 @``: program, job count, torque, angle, judgement."""
    found = _ACRADYNE.fullmatch(_text(payload).strip(" "))
    if found is None:
        return _unknown("controller", payload)
    torque_judged, angle_judged = _ACRADYNE_JUDGED[found["judged"]]
    return Tightened(
        Measured(Decimal(found["torque"]), judgement=torque_judged),
        Measured(Decimal(found["angle"]), _DEGREES, angle_judged),
        ok=found["judged"] == "@",
        program=str(_acradyne_program(found["program"])),
    )


def decode_tme(payload: bytes) -> Decoded:
    """Cleco TME: ``B``, tool, parameter set, time, torque and angle with limits and letters."""
    found = _TME.fullmatch(_text(payload).rstrip("\r\n"))
    try:
        return _unknown("controller", payload) if found is None else _tme(found)
    except ArithmeticError:
        return _unknown("controller", payload)


def decode_fec(payload: bytes) -> Decoded:
    """FEC: 78 bytes with the letters H, L for the values and O, X, A, S for all of it."""
    found = _FEC.fullmatch(_text(payload))
    try:
        return _unknown("nutrunner", payload) if found is None else _fec(found)
    except ArithmeticError:
        return _unknown("nutrunner", payload)


def _tme(found: re.Match[str]) -> Decoded:
    judged, angle_judged = _LETTERS[found["judged"]], _LETTERS[found["angle_judged"]]
    return Tightened(
        _limited(found, ("torque", "low", "high"), judged),
        _limited(found, ("angle", "angle_low", "angle_high"), angle_judged, _DEGREES),
        ok=judged is _OK and angle_judged is _OK,
        at_device=found["at"],
        program=str(int(found["program"])) if found["program"].strip() else None,
    )


def _fec(found: re.Match[str]) -> Decoded:
    if found["total"] in "AS":
        return Faulty(
            f"The nutrunner ended cycle {found['count']} with {found['total']} "
            "(abnormal or stopped); its values do not count. Tighten again."
        )
    angle = found["angle"].strip()
    return Tightened(
        Measured(Decimal(found["torque"].strip()), judgement=_fec_judged(found["judged"])),
        Measured(Decimal(angle), _DEGREES, _fec_judged(found["angle_judged"])) if angle else None,
        ok=found["total"] == "O",
        program=found["program"].strip() or None,
    )


def _limited(
    found: re.Match[str],
    names: tuple[str, str, str],
    judgement: Judgement,
    unit: str | None = None,
) -> Measured:
    value, least, most = (Decimal(found[name].strip()) for name in names)
    return Measured(value, unit, judgement, least, most)


def _tohnichi_letters(judged: str | None) -> tuple[Judgement, Judgement]:
    first, second = (judged or "--")[0], (judged or "--")[1]
    angle = _LOW if second == _TIGHT_ALREADY else _LETTERS.get(second, Judgement.NOT_JUDGED)
    return _LETTERS.get(first, Judgement.NOT_JUDGED), angle


def _fec_judged(letter: str) -> Judgement:
    return _OK if letter == " " else _LETTERS[letter]


def _acradyne_program(letter: str) -> int:
    is_digit = letter.isdigit()
    return int(letter) if is_digit else ord(letter) - ord("A") + _FIRST_LETTER_PROGRAM


def _unit(written: str | None) -> str | Faulty | None:
    if written is None:
        return None
    known = _UCUM.get(written.lower().replace(".", ""))
    return known or Faulty(
        f"The device measures in {written}, which is not supported; set it to N·m."
    )


def _text(payload: bytes) -> str:
    return payload.decode("latin-1")


def _unknown(device: str, payload: bytes) -> Faulty:
    return Faulty(
        f"The {device} sent {shown(payload)}, which is no result of its format; "
        "check profile, baud rate and cable."
    )
