"""``asbuilt device listen|simulate|check``: one device, without a station around it."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import importlib
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

import msgspec

from app.domain.errors import DeviceFault, InvalidInput

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.readings import Quantity, Reading
    from app.ports.devices import DeviceStatus

OK, FAILED = 0, 1
MAX_PORT = 65535
OnReading: TypeAlias = "Callable[[Reading], None]"

#: The module whose ``listen`` serves a URL, by scheme.
LISTENERS = {
    "openprotocol": "device_drivers.open_protocol.listen",
    "opc.tcp": "device_drivers.opcua.listen",
    "serial": "device_drivers.serial.listen",
    "socket": "device_drivers.serial.listen",
    "rfc2217": "device_drivers.serial.listen",
}
#: The module whose ``main`` simulates a device, by kind.
SIMULATORS = {
    "open-protocol": "device_drivers.open_protocol.simulator.main",
    "opcua": "device_drivers.opcua.simulator",
    "gauge": "device_drivers.serial.simulator",
    "scanner": "device_drivers.serial.simulator",
    "scale": "device_drivers.serial.simulator",
}
#: A reading's fields in the order people read them; absent ones are left out after these.
LEADING = ("kind", "source", "epoch", "result_id", "at_device", "received_at", "ok", "values")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``device`` to the command line."""
    device = commands.add_parser("device", help="listen to, simulate or check a device")
    actions = device.add_subparsers(dest="action", required=True, metavar="ACTION")
    _add_listen(actions)
    _add_simulate(actions)
    check = actions.add_parser("check", help="identity, revision, latency, what works")
    check.add_argument("url", metavar="URL")
    check.add_argument("--json", action="store_true", help="one object a line")
    check.add_argument("--timeout", type=_positive, default=10.0, metavar="S")
    check.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do what was asked; returns the exit status.

    Raises:
        InvalidInput: a URL, script or port cannot be used.
    """
    if args.action == "listen":
        return asyncio.run(_listen(args))
    if args.action == "simulate":
        main: Callable[[argparse.Namespace], int]
        main = importlib.import_module(SIMULATORS[args.kind]).main
        return main(args)
    return asyncio.run(_check(args))


def as_json(reading: Reading) -> bytes:
    """A reading as the stable format prints it, with nothing left to be guessed."""
    filled = dict.fromkeys(LEADING) | {
        "epoch": reading.epoch,
        "values": [_filled_quantity(quantity) for quantity in reading.values],
        "identifiers": list(reading.identifiers),
        "backfilled": reading.backfilled,
        "quality": reading.quality,
    }
    printed = filled | {
        name: value
        for name, value in msgspec.to_builtins(reading).items()
        if name not in {"values", "identifiers"}
    }
    printed["received_at"] = _milliseconds(reading.received_at)
    return msgspec.json.encode({key: value for key, value in printed.items() if value is not None})


def _add_listen(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    listen = actions.add_parser("listen", help="connect as a station would, print each reading")
    listen.add_argument("url", metavar="URL", help="such as openprotocol://host:4545")
    listen.add_argument("--count", type=_count, metavar="N", help="end after N readings")
    listen.add_argument("--timeout", type=_positive, metavar="S", help="end after S seconds")
    listen.set_defaults(run=run)


def _add_simulate(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from device_drivers.open_protocol.simulator.help import control_lines

    simulate = actions.add_parser(
        "simulate",
        help="be a device, for training and tests",
        epilog=control_lines(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    simulate.add_argument("kind", choices=SIMULATORS)
    simulate.add_argument("--port", type=_port, metavar="P", help="TCP port; 0 takes a free one")
    simulate.add_argument("--link", metavar="PATH", help="the serial device file to create")
    simulate.add_argument("--script", metavar="FILE", help="control lines, one JSON object each")
    simulate.add_argument("--manual", action="store_true", help="do only what stdin says")
    simulate.add_argument("--seed", type=int, default=1, metavar="N", help="repeatable chance")
    simulate.add_argument(
        "--control-port", type=_port, metavar="P", help="control lines over TCP, too"
    )
    controller = simulate.add_argument_group("open-protocol")
    controller.add_argument("--vendor", metavar="NAME", help="whose controller it behaves like")
    controller.add_argument(
        "--fault", action="append", metavar="F", help="NAME:key=value,…; every=N after N results"
    )
    controller.add_argument("--keep", metavar="FILE", help="the durable list of all results")
    controller.add_argument("--dial", metavar="HOST:PORT", help="call the station instead")
    controller.add_argument("--tls-cert", metavar="FILE", help="speak TLS with this certificate")
    controller.add_argument("--tls-key", metavar="FILE", help="its private key")
    simulate.set_defaults(run=run)


async def _listen(args: argparse.Namespace) -> int:
    listen = _listener(args.url)
    printed = _Printed(args.count)
    listening = asyncio.ensure_future(listen(args.url, printed.take))
    enough = asyncio.ensure_future(printed.enough.wait())
    await asyncio.wait(
        {listening, enough}, timeout=args.timeout, return_when=asyncio.FIRST_COMPLETED
    )
    enough.cancel()
    failed = listening.done()
    listening.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await listening
    if failed or printed.is_complete or args.count is None:
        return OK
    print(
        f"{args.url}: {printed.count} of {args.count} readings within {args.timeout:g} s. "
        "Is the device on, and did it have something to say?",
        file=sys.stderr,
    )
    return FAILED


async def _check(args: argparse.Namespace) -> int:
    if urlsplit(args.url).scheme != "openprotocol":
        return await _check_by_listening(args)
    from device_drivers.open_protocol.check import check

    try:
        async with asyncio.timeout(args.timeout):
            findings = await check(
                args.url, now=lambda: datetime.now(UTC).astimezone(), mono=time.monotonic
            )
    except TimeoutError:
        print(f"{args.url}: no answer within {args.timeout:g} s.", file=sys.stderr)
        return FAILED
    except DeviceFault as fault:
        print(f"{args.url}: {fault.detail}.", file=sys.stderr)
        return FAILED
    for finding in findings:
        facts = {"topic": finding.topic, "works": finding.works, **finding.facts}
        print(msgspec.json.encode(facts).decode() if args.json else _sentence(facts))
    return OK if findings[0].works else FAILED


async def _check_by_listening(args: argparse.Namespace) -> int:
    """For devices that only speak when something happens: does one reading come?"""
    args.count = 1
    return await _listen(args)


class _Printed:
    """Prints readings and counts them."""

    def __init__(self, wanted: int | None) -> None:
        self._wanted = wanted
        self.count = 0
        self.enough = asyncio.Event()

    @property
    def is_complete(self) -> bool:
        return self._wanted is not None and self.count >= self._wanted

    def take(self, reading: Reading) -> None:
        if self.is_complete:
            return
        self.count += 1
        print(as_json(reading).decode(), flush=True)
        if self.is_complete:
            self.enough.set()


def _listener(url: str) -> Callable[[str, OnReading], Awaitable[None]]:
    scheme = urlsplit(url).scheme
    module = LISTENERS.get(scheme)
    if module is None:
        known = ", ".join(f"{name}://" for name in LISTENERS)
        message = f"{url}: no driver for {scheme or 'this'}; a device's URL begins with {known}."
        raise InvalidInput(message)
    listen: Callable[..., Awaitable[None]] = importlib.import_module(module).listen
    if scheme != "openprotocol":
        return listen
    return lambda address, on_reading: listen(address, on_reading, _tell)


def _tell(status: DeviceStatus) -> None:
    if status.detail not in {None, "stopped"}:
        print(f"{status.device}: {status.state.value}: {status.detail}", file=sys.stderr)


def _sentence(facts: dict[str, Any]) -> str:
    mark = "works" if facts["works"] else "refused"
    rest = ", ".join(f"{k} {v}" for k, v in facts.items() if k not in {"topic", "works"})
    return f"{facts['topic']}: {mark}{', ' if rest else ''}{rest}"


def _filled_quantity(quantity: Quantity) -> dict[str, Any]:
    return {**msgspec.to_builtins(quantity), "judgement": quantity.judgement}


def _milliseconds(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _positive(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        message = f"{text!r} is not a number of seconds above 0"
        raise argparse.ArgumentTypeError(message)
    return seconds


def _count(text: str) -> int:
    return _whole(text, 1, sys.maxsize, "a whole number from 1")


def _port(text: str) -> int:
    return _whole(text, 0, MAX_PORT, f"a port from 0 to {MAX_PORT}")


def _whole(text: str, low: int, high: int, wanted: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() else -1
    if not low <= number <= high:
        message = f"{text!r} is not {wanted}"
        raise argparse.ArgumentTypeError(message)
    return number
