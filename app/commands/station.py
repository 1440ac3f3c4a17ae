"""``asbuilt station --config FILE``: run a workstation, with its screen or without."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.runtime.config import load_config

if TYPE_CHECKING:
    import argparse

    from app.runtime.config import StationConfig

LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``station``."""
    parser = commands.add_parser("station", help="run a workstation")
    parser.add_argument("--config", type=Path, required=True, metavar="FILE")
    parser.add_argument("--headless", action="store_true", help="no screen: services only")
    parser.add_argument(
        "--control",
        action="store_true",
        help="take commands as JSON lines on stdin and tell each state on stdout",
    )
    parser.add_argument("--window", action="store_true", help="in a window, not full screen")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run until the window closes, SIGTERM or a ``quit`` command."""
    config = load_config(args.config)
    logging.basicConfig(level=logging.INFO, format=LOG_FORMAT, stream=sys.stderr)
    # One line a request would drown what matters.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    if args.headless:
        return asyncio.run(_run_headless(config, args.config, with_control=args.control))
    from app.screen import run_with_screen

    return run_with_screen(config, args.config, with_control=args.control, in_window=args.window)


async def _run_headless(config: StationConfig, path: Path, *, with_control: bool) -> int:
    from app.main import run_station
    from app.runtime.control import LineControl, describe, tap_on_intents
    from app.runtime.intents import IntentsOnLoop

    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    intents = IntentsOnLoop(lambda work: asyncio.run_coroutine_threadsafe(work, loop))

    def obey(command: dict[str, Any]) -> None:
        match command["do"]:
            case "tap":
                tap_on_intents(intents, command["name"])
            case "scan":
                intents.code_scanned(command["text"], "wedge")
            case "quit":
                loop.call_soon_threadsafe(stop.set)
            case other:
                raise ValueError(f"no such command: {other}")  # noqa: EM102

    control = LineControl(obey)
    if with_control:
        control.start()
    for signum in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signum, stop.set)
    station = asyncio.create_task(
        run_station(
            config,
            path,
            on_state=lambda s: control.say(describe(s)) if with_control else None,
            on_open=intents.serve,
        )
    )
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait({station, stopped}, return_when=asyncio.FIRST_COMPLETED)
    station.cancel()
    try:
        await station
    except asyncio.CancelledError:
        return 0
    return 0
