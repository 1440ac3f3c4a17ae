"""``asbuilt enrol``: register this station's key with a server, once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.server_address import server_address
from app.runtime.config import load_config

if TYPE_CHECKING:
    import argparse


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``enrol``."""
    parser = commands.add_parser("enrol", help="register this station with a server")
    parser.add_argument("--server", required=True, metavar="URL")
    parser.add_argument("--code", required=True, help="the one-time code the server gave out")
    parser.add_argument("--config", type=Path, required=True, metavar="FILE")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Enrol; raises PlantFault with the server's words when it refuses."""
    server = server_address(args.server)
    from app.main import enrol_station

    enrolment = enrol_station(load_config(args.config), args.config, server, args.code)
    print(f"station {enrolment.station} is enrolled with {enrolment.plant} at {server}")
    return 0
