"""``asbuilt config check FILE``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.runtime.config import load_config

if TYPE_CHECKING:
    import argparse


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``config``."""
    parser = commands.add_parser("config", help="check a configuration file")
    verbs = parser.add_subparsers(dest="verb", required=True)
    check = verbs.add_parser("check", help="say what is wrong with a station's file")
    check.add_argument("file", type=Path)
    check.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check; raises InvalidInput with every problem."""
    config = load_config(args.file)
    devices = len(config.device)
    print(f"{args.file}: ok, station {config.station.id} with {devices} devices")
    return 0
