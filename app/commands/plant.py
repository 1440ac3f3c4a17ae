"""Commands that ask the plant server: ``orders``, ``unit``, ``where-used``."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx
import msgspec

from app.commands.record_check import is_signed, said
from app.commands.server_address import server_address
from app.domain.errors import InvalidInput, PlantFault
from app.domain.signed_record import check_record

if TYPE_CHECKING:
    import argparse

TIMEOUT_S = 60
#: Where to find the administrator's token when the server is on another machine.
TOKEN_VARIABLE = "ASBUILT_TOKEN"  # noqa: S105 - the name of a variable, not a secret


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add all three."""
    _add_orders(commands.add_parser("orders", help="import orders, write confirmations"))
    unit = commands.add_parser("unit", help="a unit's as-built record")
    unit.add_argument("serial")
    unit.add_argument("--server", required=True)
    unit.add_argument("--json", action="store_true", help="the whole record as one JSON object")
    unit.add_argument("--pdf", type=Path, help="write the as-built record as PDF")
    unit.add_argument("--epcis", type=Path, help="write the history as GS1 EPCIS 2.0")
    unit.add_argument("--record", type=Path, help="write the signed record as JSON")
    unit.add_argument("--verify", action="store_true", help="fetch the signed record and check it")
    unit.set_defaults(run=show_unit)
    used = commands.add_parser("where-used", help="where a lot or serial went")
    used.add_argument("id", metavar="LOT-OR-SERIAL")
    used.add_argument("--server", required=True)
    used.set_defaults(run=show_where_used)


def _add_orders(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True)
    imports = verbs.add_parser("import", help="orders from B2MML or CSV")
    imports.add_argument("file", type=Path)
    imports.add_argument("--server", required=True)
    imports.add_argument("--format", choices=("b2mml", "csv"))
    imports.set_defaults(run=import_orders)
    confirm = verbs.add_parser("confirm", help="what was made, as B2MML")
    confirm.add_argument("order")
    confirm.add_argument("--server", required=True)
    confirm.add_argument("--out", type=Path, required=True)
    confirm.add_argument("--format", choices=("b2mml",), default="b2mml")
    confirm.set_defaults(run=confirm_order)


def import_orders(args: argparse.Namespace) -> int:
    """Send the file; every refused row is named, nothing is half imported."""
    content = _read(args.file)
    form = args.format or ("csv" if args.file.suffix.lower() == ".csv" else "b2mml")
    reply = _ask(args.server, "POST", f"/v1/orders/import?format={form}", content=content)
    orders = msgspec.json.decode(reply.content)
    print(msgspec.json.encode(orders).decode())
    return 0


def confirm_order(args: argparse.Namespace) -> int:
    """Write the order's confirmation."""
    reply = _ask(args.server, "GET", f"/v1/orders/{_path(args.order)}/confirmation")
    _write(args.out, reply.content, f"confirmation of {args.order}")
    return 0


def show_unit(args: argparse.Namespace) -> int:
    """Write the files that were asked for, or print the as-built list.

    With ``--verify`` the check is printed instead, and 1 answered when it failed.
    """
    is_kept = _keep_files(args)
    if args.record is not None or args.verify:
        return _signed_record(args)
    if is_kept and not args.json:
        return 0
    reply = _ask(args.server, "GET", f"/v1/units/{_path(args.serial)}")
    if args.json:
        print(reply.text.strip())
    else:
        _print_unit(msgspec.json.decode(reply.content))
    return 0


def _keep_files(args: argparse.Namespace) -> bool:
    """Whether any was asked for."""
    wanted = (
        (args.epcis, "epcis.json", "EPCIS document"),
        (args.pdf, "record.pdf", "as-built record"),
    )
    for path, name, what in wanted:
        if path is not None:
            reply = _ask(args.server, "GET", f"/v1/units/{_path(args.serial)}/{name}")
            _write(path, reply.content, f"{what} of {args.serial}")
    return any(path is not None for path, _, _ in wanted)


def _signed_record(args: argparse.Namespace) -> int:
    file = _ask(args.server, "GET", f"/v1/units/{_path(args.serial)}/record.json").content
    if args.record is not None:
        _write(args.record, file, f"signed record of {args.serial}")
    if not args.verify:
        return 0
    checked = check_record(file, is_signed=is_signed)
    print(said(checked, as_json=args.json))
    return 0 if checked.is_ok else 1


def show_where_used(args: argparse.Namespace) -> int:
    """One unit a line."""
    reply = _ask(args.server, "GET", f"/v1/where-used/{_path(args.id)}")
    for unit in msgspec.json.decode(reply.content)["units"]:
        print(msgspec.json.encode(unit).decode())
    return 0


def _print_unit(unit: dict[str, Any]) -> None:
    for name in ("serial", "product", "variant", "order", "state", "evidence"):
        print(f"{name:<10}{unit.get(name) or '-'}")
    print()
    for line in unit.get("lines", []):
        at = datetime.fromisoformat(line["at"]).astimezone()
        words = [str(line.get(name) or "") for name in ("step", "evidence", "by", "result")]
        print("  ".join([f"{at:%Y-%m-%d %H:%M:%S}", *words]))


def ask_plant(server: str, path: str) -> httpx.Response:
    """What the server at ``server`` answers at ``path``.

    Raises:
        PlantFault: it is away, or refused.
    """
    return _ask(server, "GET", path)


def put_plant(server: str, path: str, content: bytes) -> httpx.Response:
    """Put a document; raises PlantFault when the server is away or refuses."""
    return _ask(server, "PUT", path, content)


def post_plant(server: str, path: str, content: bytes) -> httpx.Response:
    """Send something; raises PlantFault when the server is away or refuses."""
    return _ask(server, "POST", path, content)


def delete_plant(server: str, path: str) -> httpx.Response:
    """Take something away; raises PlantFault when the server is away or refuses."""
    return _ask(server, "DELETE", path)


def _ask(server: str, method: str, path: str, content: bytes | None = None) -> httpx.Response:
    """Ask the server.

    Raises:
        InvalidInput: ``server`` is no address.
        PlantFault: it is away, or refused.
    """
    address = server_address(server)
    token = os.environ.get(TOKEN_VARIABLE)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        reply = httpx.request(
            method, address + path, content=content, headers=headers, timeout=TIMEOUT_S
        )
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        msg = f"The server {server} cannot be reached ({error}). Is it running?"
        raise PlantFault(msg) from error
    if reply.is_error:
        raise PlantFault(_refusal(reply))
    return reply


def _refusal(reply: httpx.Response) -> str:
    """The server's own words (RFC 9457), with each wrong row."""
    try:
        problem = msgspec.json.decode(reply.content)
    except msgspec.DecodeError:
        return f"The server answered {reply.status_code} {reply.reason_phrase}."
    if not isinstance(problem, dict):
        return f"The server answered {reply.status_code} {reply.reason_phrase}."
    words = problem.get("detail") or problem.get("title") or reply.reason_phrase
    lines = [str(words)]
    lines += [
        f"  row {e.get('row')}, {e.get('field')}: {e.get('message')}"
        for e in problem.get("errors", [])
    ]
    return "\n".join(lines)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror})."
        raise InvalidInput(msg) from error


def _write(path: Path, content: bytes, what: str) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        msg = f"{path}: cannot be written ({error.strerror}). Name a file in a folder of yours."
        raise InvalidInput(msg) from error
    print(f"{path}: {what}")


def _path(text: str) -> str:
    return quote(text, safe="")
