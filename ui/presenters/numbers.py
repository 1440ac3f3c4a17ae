"""Numbers as people read them: units, ranges and values at a sensible resolution, and dates."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from app.domain.instructions import Limits

#: UCUM code to what is printed on tools and gauges.
UNITS = {
    "N.m": "Nm",
    "deg": "°",
    "Cel": "°C",
    "um": "µm",
    "[lbf_av].[ft_i]": "lbf·ft",
    "[lbf_av].[in_i]": "lbf·in",
    "[in_i]": "in",
    "1": "",
}


#: Languages that write 12,1 for 12.1.
_WITH_COMMA = frozenset({"de", "es", "pl"})


def local_number(text: str, language: str) -> str:
    """``text``, made of numbers and units, with the decimal mark of ``language``."""
    return text.replace(".", ",") if language in _WITH_COMMA else text


def local_date(day: date, language: str) -> str:
    """A day as it is written in ``language``; in English as ISO 8601 has it, for all read it."""
    match language:
        case "de" | "pl":
            return f"{day:%d.%m.%Y}"
        case "es":
            return f"{day:%d/%m/%Y}"
        case _:
            return f"{day:%Y-%m-%d}"


def unit_word(code: str) -> str:
    """``code`` (UCUM) as it is printed on tools."""
    return UNITS.get(code, code)


def value_text(value: Decimal, limits: Limits, *, extra: int = 0) -> str:
    """``value`` at its limits' resolution, ``extra`` places finer if the device is.

    Exact to the end where rounding would hide the verdict.
    """
    places = decimals(limits) + min(extra, max(0, -exponent(value) - decimals(limits)))
    rounded = value.quantize(Decimal(1).scaleb(-places))
    return plain(rounded if limits.accepts(rounded) == limits.accepts(value) else value)


def range_text(limits: Limits) -> str:
    """Both limits and the unit."""
    places = decimals(limits)
    return f"{limits.low:.{places}f} – {limits.high:.{places}f} {unit_word(limits.unit)}".strip()


def decimals(limits: Limits) -> int:
    """How many places the limits need: 23.50 needs one."""
    return max(0, *(-exponent(v.normalize()) for v in (limits.low, limits.high)))


def exponent(value: Decimal) -> int:
    """The power of ten of the last digit; 0 for what is no number."""
    found = value.as_tuple().exponent
    return found if isinstance(found, int) else 0


def plain(value: Decimal) -> str:
    """Never in scientific notation."""
    return f"{value:f}"
