"""What each simulated serial device puts on its line."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Protocol, TypeAlias

from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

    from device_drivers.simulator_control import Command

#: What a device sends at a control line, by the line's ``do``.
Says: TypeAlias = "Mapping[str, Callable[[Command], bytes]]"


class WireFormat(Protocol):
    """What one kind of device puts on its line."""

    def commands(self) -> Says:
        """Its control lines.  Each raises InvalidInput when its arguments are wrong."""
        ...

    def answer(self, request: bytes) -> bytes:
        """What the device says to bytes it was sent; empty for nothing."""
        ...

    def sample(self, chance: random.Random) -> bytes:
        """What a person using the device might produce next."""
        ...


class SimulatedScanner:
    """A presentation scanner set up as delivered: AIM identifiers on, CR LF at the end."""

    def commands(self) -> Says:
        return {"scan": lambda c: self.scan(text_in(c, "text"))}

    def scan(self, text: str) -> bytes:
        return text.encode() + b"\r\n"

    def answer(self, request: bytes) -> bytes:
        del request
        return b""

    def sample(self, chance: random.Random) -> bytes:
        return self.scan(f"]d2010401234567890121{chance.randrange(100_000, 1_000_000)}")


class SimulatedGauge:
    """A Mitutoyo gauge on a USB-ITN set up as a serial port."""

    def commands(self) -> Says:
        return {
            "measure": lambda c: self.measure(number_in(c, "value")),
            "error": lambda _: b"911\r",
        }

    def measure(self, value: Decimal) -> bytes:
        number = f"{abs(value):f}"
        if len(number) > 8:  # noqa: PLR2004 - the format has eight places
            message = f"The gauge's format has eight places; {value} does not fit."
            raise InvalidInput(message)
        return f"01A{'-' if value < 0 else '+'}{number:0>8}\r".encode()

    def answer(self, request: bytes) -> bytes:
        del request
        return b""

    def sample(self, chance: random.Random) -> bytes:
        return self.measure(Decimal(f"{chance.gauss(0.11, 0.01):.3f}"))


class SimulatedSylvac:
    """A duplex Sylvac gauge: it echoes what it is told, and knows its unit."""

    def __init__(self, unit: str = "MM") -> None:
        self._unit = unit
        self._shown = Decimal("0.000")
        self._asked = b""
        self._is_deaf = False

    def commands(self) -> Says:
        return {
            "measure": lambda c: self.measure(number_in(c, "value")),
            "judge": lambda c: self.measure(number_in(c, "value"), text_in(c, "mark")),
            "show": self._show,
            "unit": self._switch,
            "deaf": self._stop_hearing,
            "error": lambda _: b"ERR3\r",
        }

    def measure(self, value: Decimal, mark: str = "") -> bytes:
        self._shown = value
        return f"{value:+f}{mark}\r".encode()

    def answer(self, request: bytes) -> bytes:
        *lines, self._asked = (self._asked + request).split(b"\r")
        if self._is_deaf:
            return b""
        return b"".join(line + b"\r" + self._answer_line(line) for line in lines)

    def sample(self, chance: random.Random) -> bytes:
        return self.measure(Decimal(f"{chance.gauss(12.3, 0.01):.3f}"))

    def _show(self, command: Command) -> bytes:
        """Another value on its display, for whoever asks."""
        self._shown = number_in(command, "value")
        return b""

    def _switch(self, command: Command) -> bytes:
        """The key that changes between MM and IN."""
        self._unit = text_in(command, "text")
        return b""

    def _stop_hearing(self, _command: Command) -> bytes:
        """The wire towards it broke."""
        self._is_deaf = True
        return b""

    def _answer_line(self, line: bytes) -> bytes:
        answers = {
            b"?": f"{self._shown:+f}\r",
            b"UNI?": f"{self._unit}\r",
            b"ID?": "SY235.2\r",
        }
        return answers.get(line.upper(), "ERR1\r").encode()


class SimulatedScale:
    """A Mettler Toledo scale speaking enough MT-SICS to be asked for stable weights."""

    def __init__(self, serial: str = "B021002593") -> None:
        self._serial = serial
        self._weight = Decimal("0.00")
        self._asked = b""

    def commands(self) -> Says:
        return {
            "measure": lambda c: self.measure(number_in(c, "value")),
            "overload": lambda _: b"S +\r\n",
            "underload": lambda _: b"S -\r\n",
            "error": lambda _: b"S I\r\n",
        }

    def measure(self, value: Decimal) -> bytes:
        moving = _sics_weight("D", (self._weight + value) / 2, like=value)
        self._weight = value
        return moving + _sics_weight("S", value, like=value)

    def answer(self, request: bytes) -> bytes:
        *lines, self._asked = (self._asked + request).split(b"\r\n")
        return b"".join(self._answer_line(line) for line in lines)

    def sample(self, chance: random.Random) -> bytes:
        return self.measure(Decimal(f"{chance.gauss(100, 0.5):.2f}"))

    def _answer_line(self, line: bytes) -> bytes:
        if line == b"@":
            return f'I4 A "{self._serial}"\r\n'.encode()
        if line in {b"S", b"SI", b"SR"}:
            return _sics_weight("S", self._weight, like=self._weight)
        return b"ES\r\n"


class SimulatedTorqueGauge:
    """A Mark-10 torque gauge: sends when its key is pressed or when it is asked."""

    def __init__(self, unit: str = "Nm") -> None:
        self._unit = unit
        self._shown = Decimal("0.000")
        self._asked = b""

    def commands(self) -> Says:
        return {
            "measure": lambda c: self.measure(number_in(c, "value")),
            "error": lambda _: b"*10 Illegal command\r\n",
        }

    def measure(self, value: Decimal) -> bytes:
        self._shown = value
        return f"{value:f} {self._unit}\r\n".encode()

    def answer(self, request: bytes) -> bytes:
        *lines, self._asked = (self._asked + request.replace(b"\n", b"")).split(b"\r")
        known = self.measure(self._shown)
        return b"".join(known if line == b"?" else b"*10\r\n" for line in lines)

    def sample(self, chance: random.Random) -> bytes:
        return self.measure(Decimal(f"{chance.gauss(4.3, 0.05):.3f}"))


class SimulatedWrench:
    """A Tohnichi CEM3 set to "M3+ID", or with ``is_short`` to "M-3"."""

    def __init__(
        self,
        *,
        is_short: bool = False,
        wrench: str = "123456A",
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._is_short = is_short
        self._wrench = wrench
        self._now = now
        self._count = 0
        self._last = b""

    def commands(self) -> Says:
        return {
            "tighten": lambda c: self.tighten(
                number_in(c, "torque"),
                number_in(c, "angle", default="0"),
                text_in(c, "judged", "OO"),
            ),
            "repeat": lambda _: self._last,
        }

    def tighten(self, torque: Decimal, angle: Decimal, judged: str = "OO") -> bytes:
        self._count = self._count % 999 + 1
        at = f"{self._now():%y/%m/%d,%H:%M:%S}"
        middle = f"{torque:+06.1f},nm,{angle:+04.0f},deg,{judged},{self._wrench}"
        record = f"{torque:05.1f}" if self._is_short else middle
        self._last = f"RE,{self._count:03},{record},{at}\r\n".encode()
        return self._last

    def answer(self, request: bytes) -> bytes:
        del request
        return b""

    def sample(self, chance: random.Random) -> bytes:
        torque = Decimal(f"{chance.gauss(25, 0.4):.1f}")
        return self.tighten(torque, Decimal(chance.randrange(40, 80)))


class SimulatedAcraDyne:
    """An AIMCO AcraDyne controller with its serial output on."""

    def __init__(self) -> None:
        self._count = 0

    def commands(self) -> Says:
        return {
            "tighten": lambda c: self.tighten(
                number_in(c, "torque"),
                number_in(c, "angle", default="0"),
                text_in(c, "judged", "@"),
            )
        }

    def tighten(self, torque: Decimal, angle: Decimal, judged: str = "@") -> bytes:
        self._count = self._count % 99 + 1
        return (
            f"# 1 1 {self._count:02} {torque:05.1f} {angle:04.0f} 0000 0000 {judged}\r\n".encode()
        )

    def answer(self, request: bytes) -> bytes:
        del request
        return b""

    def sample(self, chance: random.Random) -> bytes:
        torque = Decimal(f"{chance.gauss(25, 0.4):.1f}")
        return self.tighten(torque, Decimal(chance.randrange(40, 80)))


WIRES: dict[str, Callable[[], WireFormat]] = {
    "gauge": SimulatedGauge,
    "sylvac": SimulatedSylvac,
    "scanner": SimulatedScanner,
    "scale": SimulatedScale,
    "torque-gauge": SimulatedTorqueGauge,
    "wrench": SimulatedWrench,
    "acradyne": SimulatedAcraDyne,
}


def text_in(command: Command, key: str, default: str | None = None) -> str:
    """The text ``key`` of a control line.

    Raises:
        InvalidInput: there is none.
    """
    text = command.get(key, default)
    if not isinstance(text, str) or not text:
        message = f'"{command["do"]}" needs "{key}", a text.'
        raise InvalidInput(message)
    return text


def number_in(command: Command, key: str, default: str | None = None) -> Decimal:
    """The number ``key`` of a control line, with its digits.

    Raises:
        InvalidInput: there is none.
    """
    try:
        number = Decimal(str(command.get(key, default)))
    except InvalidOperation as error:
        message = f'"{command["do"]}" needs "{key}", a number such as "0.11".'
        raise InvalidInput(message) from error
    if not number.is_finite():
        message = f'"{command["do"]}" needs "{key}", a number such as "0.11".'
        raise InvalidInput(message)
    return number


def _sics_weight(state: str, value: Decimal, *, like: Decimal) -> bytes:
    return f"S {state} {value.quantize(like):>10} g\r\n".encode()
