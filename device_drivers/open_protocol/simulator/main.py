"""The command line of the simulated controller."""

from __future__ import annotations

import asyncio
import random
import ssl
from contextlib import closing, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.simulator.controller_simulator import (
    HOST,
    ControllerSimulator,
)
from device_drivers.open_protocol.simulator.ledger import Ledger
from device_drivers.open_protocol.simulator.planned import Planned
from device_drivers.open_protocol.simulator.vendor import GENERIC, load_vendor
from device_drivers.simulator_control import Control, emit_line

if TYPE_CHECKING:
    import argparse

DEFAULT_PORT = 4545


def main(args: argparse.Namespace) -> int:
    """Serve on ``args.port``, or dial ``args.dial``, until told to quit.

    Raises:
        InvalidInput: a file, a fault, a vendor or a port cannot be used.
    """
    keeping = closing(Ledger(Path(args.keep))) if args.keep else nullcontext()
    with keeping as ledger:
        return asyncio.run(_main(args, ledger))


async def _main(args: argparse.Namespace, ledger: Ledger | None) -> int:
    planned = Planned(args.fault or [], emit_line)
    simulator = ControllerSimulator(
        emit=planned.emit,
        # Not for secrets: a seed makes a demonstration repeatable.
        rng=random.Random(args.seed),  # noqa: S311
        now=lambda: datetime.now(UTC).astimezone(),
        port=DEFAULT_PORT if args.port is None else args.port,
        vendor=load_vendor(args.vendor or GENERIC),
        ledger=ledger,
        dials=_address(args.dial) if args.dial else None,
        tls=_tls(args),
    )
    await planned.begin(simulator)
    port = await simulator.start()
    if args.dial:
        emit_line({"event": "dialling", "kind": "open-protocol", "to": args.dial})
    else:
        url = f"openprotocol://{HOST}:{port}"
        emit_line({"event": "listening", "kind": "open-protocol", "port": port, "url": url})
    try:
        await Control(simulator, emit=emit_line).run(
            script=Path(args.script) if args.script else None,
            is_manual=args.manual,
            free_run=simulator.free_run,
            socket_port=args.control_port,
        )
    finally:
        await simulator.stop()
    return 0


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) <= 65535:  # noqa: PLR2004  the last port
        message = f"{text!r} is no address to dial; one looks like 192.168.1.20:4545."
        raise InvalidInput(message)
    return host, int(port)


def _tls(args: argparse.Namespace) -> ssl.SSLContext | None:
    """The server's side with a certificate; the client's, which trusts it, when dialling."""
    if not args.tls_cert:
        return None
    try:
        if args.dial:
            return ssl.create_default_context(cafile=args.tls_cert)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(args.tls_cert, args.tls_key)
    except OSError as error:
        message = f"The certificate {args.tls_cert} cannot be used: {error}."
        raise InvalidInput(message) from error
    return context
