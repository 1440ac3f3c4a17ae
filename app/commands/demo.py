"""``asbuilt demo``: the reference story on this machine."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    import argparse

    from app.demo.story import Wishes

EXIT_FAILED = 1
MOST_UNITS = 40


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``demo``."""
    parser = commands.add_parser("demo", help="the reference story on this machine")
    parser.add_argument("--units", type=int, default=6, help="how many units (default 6)")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR")
    screen = parser.add_mutually_exclusive_group()
    screen.add_argument("--headless", action="store_true", help="no display: pictures instead")
    screen.add_argument("--window", action="store_true", help="on the display, at a human pace")
    parser.add_argument("--seed", type=int, default=1, help="for the same values again")
    parser.add_argument("--faults", action="store_true", help="devices misbehave as well")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Play the story, write ``summary.json`` and print the last page."""
    from app.demo.story import Wishes

    if not 1 <= args.units <= MOST_UNITS:
        msg = f"--units: expected 1 to {MOST_UNITS}, got {args.units}."
        raise InvalidInput(msg)
    wishes = Wishes(
        units=args.units,
        seed=args.seed,
        is_headless=_is_headless(args),
        with_faults=args.faults,
    )
    return asyncio.run(_play(wishes, args.out.resolve()))


async def _play(wishes: Wishes, out: Path) -> int:
    from app.authoring.demo_plant import load_demo_plant
    from app.demo.last_page import table
    from app.demo.places import RESOURCES, Places
    from app.demo.story import Story

    places = Places(out)
    await asyncio.to_thread(places.prepare)
    plant = await asyncio.to_thread(load_demo_plant, RESOURCES / "demo", today=_today())
    story = Story(wishes, places, plant)
    began = time.monotonic()
    summary = await story.run(lambda: time.monotonic() - began)
    text = msgspec.json.format(msgspec.json.encode(summary), indent=2)
    await asyncio.to_thread(places.summary.write_bytes, text + b"\n")
    print(f"\n{table(summary, places)}\n")
    return 0 if summary.is_good else EXIT_FAILED


def _is_headless(args: argparse.Namespace) -> bool:
    names_one = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    has_display = names_one or not sys.platform.startswith("linux")
    if args.window and not has_display:
        msg = "--window: there is no display here (DISPLAY is not set). Leave --window out."
        raise InvalidInput(msg)
    return args.headless or not has_display


def _today() -> date:
    return datetime.now().astimezone().date()
