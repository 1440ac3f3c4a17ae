"""``asbuilt instructions check|publish DIR``: an author's folder, checked and sent out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import msgspec

from app.authoring.instruction_folder import Published, check, load
from app.commands.server_address import server_address
from app.domain.errors import InvalidInput, PlantFault

if TYPE_CHECKING:
    import argparse

    from app.authoring.problems import Problem

OK, HAS_PROBLEMS = 0, 1
TIMEOUT_S = 30
#: The administrator's token, when the server is on another machine.
TOKEN_VARIABLE = "ASBUILT_TOKEN"  # noqa: S105 - the name of a variable, not a secret


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``instructions`` to the command line."""
    parser = commands.add_parser("instructions", help="check and publish work instructions")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="check|publish")
    checks = verbs.add_parser("check", help="say everything that is wrong with a folder")
    checks.add_argument("folder", type=Path, metavar="DIR", help="holds instruction.yaml")
    checks.set_defaults(run=check_folder)
    publish = verbs.add_parser("publish", help="send a sound folder to the plant server")
    publish.add_argument("folder", type=Path, metavar="DIR", help="holds instruction.yaml")
    publish.add_argument("--server", required=True, metavar="URL")
    publish.set_defaults(run=publish_folder)


def run(args: argparse.Namespace) -> int:
    """Do what was asked for."""
    return publish_folder(args) if args.verb == "publish" else check_folder(args)


def check_folder(args: argparse.Namespace) -> int:
    """Print every problem; a folder with warnings alone is sound."""
    if not args.folder.is_dir():
        msg = f"{args.folder}: no such folder"
        raise InvalidInput(msg)
    problems = check(args.folder)
    _print_all(problems)
    errors = sum(not p.is_warning for p in problems)
    if errors:
        print(f"{errors} problem{'s' if errors > 1 else ''} to put right")
        return HAS_PROBLEMS
    print(f"ok: {_summary(load(args.folder))}")
    return OK


def publish_folder(args: argparse.Namespace) -> int:
    """Send the pictures, then the instruction that needs them."""
    if check_folder(args) != OK:
        return HAS_PROBLEMS
    published = load(args.folder)
    headers: dict[str, str] = {}
    token = os.environ.get(TOKEN_VARIABLE)
    if token:
        headers["Authorization"] = f"Bearer {token}"
    with httpx.Client(
        base_url=server_address(args.server), headers=headers, timeout=TIMEOUT_S
    ) as client:
        send(published, client)
    print(f"published {published.instruction.id}, revision {published.revision}")
    return OK


def send(published: Published, client: httpx.Client) -> None:
    """Give ``published`` to the plant server behind ``client``; again is the same as once.

    Raises:
        PlantFault: the server is away, or refused.
    """
    for digest, blob in published.blobs.items():
        _ask(client, "PUT", f"/v1/blobs/{digest}", blob, "application/octet-stream")
    _ask(client, "POST", "/v1/instructions", published.content, "application/json")


def _ask(client: httpx.Client, method: str, path: str, content: bytes, kind: str) -> None:
    try:
        reply = client.request(method, path, content=content, headers={"Content-Type": kind})
    except httpx.TimeoutException as error:
        msg = f"The server {client.base_url} did not answer within {TIMEOUT_S} s. Try again."
        raise PlantFault(msg) from error
    except httpx.HTTPError as error:
        msg = f"The server {client.base_url} cannot be reached ({error}). Is it running?"
        raise PlantFault(msg) from error
    if reply.is_error:
        msg = f"The server refused {path}: {_why(reply)}"
        raise PlantFault(msg)


def _why(reply: httpx.Response) -> str:
    """The server's own words (RFC 9457), else its status."""
    try:
        problem = msgspec.json.decode(reply.content)
    except msgspec.DecodeError:
        problem = None
    words = None
    if isinstance(problem, dict):
        words = problem.get("detail") or problem.get("title")
    return str(words) if words else f"{reply.status_code} {reply.reason_phrase}"


def _summary(published: Published) -> str:
    steps, variants = len(published.instruction.steps), len(published.instruction.bills)
    return f"{_count(steps, 'step')}, {_count(variants, 'variant')}, revision {published.revision}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _print_all(problems: list[Problem]) -> None:
    for problem in problems:
        print(problem)
