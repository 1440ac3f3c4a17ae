"""``asbuilt device``: one device, without a station around it."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_PORT = 65535
#: What every action's help ends with.
URLS = """\
A device's URL:
  openprotocol://HOST:4545?profile=P      a tightening controller; openprotocol+listen:// where it
                                          dials us, openprotocol+serial:///dev/... by RS-232
  opc.tcp://HOST:4840/PATH                a machine behind a PLC with an OPC UA server;
                                          ?profile=joining a tightening tool, OPC 40450/40451
  serial:///dev/...?profile=P&unit=U      a scanner, gauge or scale; socket://HOST:PORT and
                                          rfc2217://HOST:PORT behind a device server
                                          serial:?usb=0403:6001 whatever its name is now
  modbus+tcp://HOST:502?profile=P         a gauge by its registers; modbus+rtu:///dev/...
  camera:///dev/video0                    a camera; camera+file:///FOLDER, a folder's pictures
  printer://HOST:9100                     a label printer; printer+cups://QUEUE the system's

Exit status: 0 it is as it should be, 1 the device or the check failed, 2 wrong input.
"""

_ALWAYS_JSON = "one object a line, which is how it prints anyway"

#: The module whose ``main`` simulates a device, by kind.
SIMULATORS = {
    "open-protocol": "device_drivers.open_protocol.simulator.main",
    "opcua": "device_drivers.opcua.simulator",
    "gauge": "device_drivers.serial.simulator",
    "scanner": "device_drivers.serial.simulator",
    "scale": "device_drivers.serial.simulator",
    "sylvac": "device_drivers.serial.simulator",
    "torque-gauge": "device_drivers.serial.simulator",
    "wrench": "device_drivers.serial.simulator",
    "acradyne": "device_drivers.serial.simulator",
    "modbus": "device_drivers.serial.modbus.simulator",
    "printer": "device_drivers.printer.simulator",
}


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``device`` to the command line."""
    device = commands.add_parser(
        "device",
        help="check, listen to, simulate or replay a device; dump what is known of all",
        epilog=URLS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = device.add_subparsers(dest="action", required=True, metavar="ACTION")
    for add in (_add_check, _add_listen, _add_simulate, _add_replay, _add_dump):
        add(actions)


def run(args: argparse.Namespace) -> int:
    """Do what was asked; returns the exit status.

    Raises:
        InvalidInput: a URL, file, script or port cannot be used.
    """
    match args.action:
        case "simulate":
            main: Callable[[argparse.Namespace], int]
            main = importlib.import_module(SIMULATORS[args.kind]).main
            return main(args)
        case "listen":
            from app.commands.device_readings import listen

            return asyncio.run(listen(args.url, count=args.count, timeout_s=args.timeout))
        case "check":
            from app.commands.device_check import check, trust

            if args.trust and (failed := asyncio.run(trust(args.url))):
                return failed
            return asyncio.run(check(args.url, timeout_s=args.timeout, as_json=args.json))
        case "replay":
            from app.commands.device_replay import replay

            return asyncio.run(replay(args.file, args.url))
        case _:
            from app.commands.device_dump import dump

            return dump(args.config, args.out, as_json=args.json)


def _add(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], name: str, words: str
) -> argparse.ArgumentParser:
    return actions.add_parser(
        name,
        help=words,
        description=f"{words[:1].upper()}{words[1:]}.",
        epilog=URLS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _add_check(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = _add(actions, "check", "identity, revision, latency, what works and what does not")
    check.add_argument("url", metavar="URL")
    check.add_argument("--json", action="store_true", help="one object a line")
    check.add_argument(
        "--timeout", type=_positive, default=10.0, metavar="S", help="give up after S seconds (10)"
    )
    check.add_argument(
        "--trust", action="store_true", help="opc.tcp: from now on trust the server that answers"
    )
    check.set_defaults(run=run)


def _add_listen(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    listen = _add(actions, "listen", "connect as a station would, print each reading")
    listen.add_argument("url", metavar="URL")
    listen.add_argument("--count", type=_count, metavar="N", help="end after N readings")
    listen.add_argument("--timeout", type=_positive, metavar="S", help="end after S seconds")
    listen.add_argument("--json", action="store_true", help=_ALWAYS_JSON)
    listen.set_defaults(run=run)


def _add_replay(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    replay = _add(
        actions, "replay", "feed a device's ring file back into its driver, print each reading"
    )
    replay.add_argument("file", type=Path, metavar="FILE", help="such as data/devices/T-07.ring")
    replay.add_argument("--url", required=True, metavar="URL", help="the device's, as configured")
    replay.add_argument("--json", action="store_true", help=_ALWAYS_JSON)
    replay.set_defaults(run=run)


def _add_dump(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    words = "pack what support needs: settings without secrets, states, ring files, versions"
    dump = _add(actions, "dump", words)
    dump.add_argument("--config", type=Path, required=True, metavar="FILE", help="the station's")
    dump.add_argument("--out", type=Path, required=True, metavar="FILE.zip")
    dump.add_argument("--json", action="store_true", help="say what was packed as one object")
    dump.set_defaults(run=run)


def _add_simulate(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from device_drivers.open_protocol.simulator.help import control_lines
    from device_drivers.printer.simulator import CONTROL_LINES

    simulate = actions.add_parser(
        "simulate",
        help="be a device, for training and tests",
        epilog=f"{control_lines()}\n\n{CONTROL_LINES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    simulate.add_argument("kind", choices=SIMULATORS)
    simulate.add_argument("--json", action="store_true", help=_ALWAYS_JSON)
    simulate.add_argument("--port", type=_port, metavar="P", help="TCP port; 0 takes a free one")
    simulate.add_argument("--link", metavar="PATH", help="the serial device file to create")
    simulate.add_argument("--script", metavar="FILE", help="control lines, one JSON object each")
    simulate.add_argument("--manual", action="store_true", help="do only what stdin says")
    simulate.add_argument("--seed", type=int, default=1, metavar="N", help="repeatable chance")
    controller = simulate.add_argument_group("open-protocol")
    controller.add_argument("--vendor", metavar="NAME", help="whose controller it behaves like")
    controller.add_argument(
        "--fault", action="append", metavar="F", help="NAME:key=value,…; every=N after N results"
    )
    controller.add_argument(
        "--control-port", type=_port, metavar="P", help="control lines over TCP, too"
    )
    controller.add_argument("--keep", metavar="FILE", help="the durable list of all results")
    controller.add_argument("--dial", metavar="HOST:PORT", help="call the station instead")
    controller.add_argument("--tls-cert", metavar="FILE", help="speak TLS with this certificate")
    controller.add_argument("--tls-key", metavar="FILE", help="its private key")
    server = simulate.add_argument_group("opcua")
    server.add_argument("--profile", choices=("tags", "joining"), help="a machine, or a tool")
    server.add_argument("--release", choices=("1", "2"), help="of the joining specification (2)")
    simulate.set_defaults(run=run)


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
