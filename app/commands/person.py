"""``asbuilt person``: who may sign in, with which certificates and rights.

Badge, PIN and password are read from the keyboard or the scanner, never from the command line;
what goes to the server is their hash.
"""

from __future__ import annotations

import getpass
import hashlib
import re
import sys
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec
from argon2 import PasswordHasher

from app.commands.plant import ask_plant, delete_plant, put_plant
from app.commands.scan import add_config, patterns_of
from app.domain.errors import InvalidInput
from app.domain.passwords import RULE, SHORTEST, is_sound
from app.domain.plant import Person, Role
from app.domain.rights import rights_of
from app.domain.scans import ScanKind
from app.scanning.parser import parse_scan

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

_PIN = re.compile(r"\d{4,6}")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``person set`` and ``person list``."""
    verbs = commands.add_parser("person", help="people: set one, list all").add_subparsers(
        dest="verb", required=True
    )
    one = verbs.add_parser("set", help="add a person, or change what is named")
    one.add_argument("number")
    one.add_argument("--server", required=True)
    one.add_argument("--name")
    one.add_argument("--role", help="operator, trainer, lead, inspector, … or the plant's own")
    one.add_argument("--skill", action="append", metavar="SKILL=LAST-DAY", help="2027-06-30")
    one.add_argument("--without-skill", action="append", metavar="SKILL")
    one.add_argument("--right", action="append", help="beside those of the role")
    one.add_argument("--without-right", action="append", metavar="RIGHT")
    one.add_argument("--language", action="append", help="en, de …; the first one is spoken")
    one.add_argument("--badge", action="store_true", help="asks for the badge to be scanned")
    one.add_argument("--pin", action="store_true", help="asks for a PIN of 4 to 6 digits")
    word = one.add_mutually_exclusive_group()
    word.add_argument("--password", action="store_true", help="asks for one: opens the web pages")
    word.add_argument("--no-password", action="store_true", help="closes the web pages")
    one.add_argument("--left", action="store_true", help="may sign in nowhere any more")
    one.add_argument("--back", action="store_true", help="may sign in again")
    add_config(one)
    one.set_defaults(run=set_person)
    all_of_them = verbs.add_parser("list", help="everybody, with certificates and rights")
    all_of_them.add_argument("--server", required=True)
    all_of_them.set_defaults(run=list_people)


def set_person(args: argparse.Namespace) -> int:
    """Change what is named, and leave the rest as it is."""
    if not args.number.strip():
        msg = "Give the person's number, such as 417."
        raise InvalidInput(msg)
    known = {person.person: person for person in _people(args.server)}
    before = known.get(args.number)
    if before is None and (args.name is None or args.role is None):
        msg = f"There is no person {args.number} yet: give --name and --role."
        raise InvalidInput(msg)
    person = _changed(before or Person(person=args.number, name=args.name, role=args.role), args)
    if args.badge:
        person = msgspec.structs.replace(person, badge=_badge(known.values(), args))
    if args.pin:
        person = msgspec.structs.replace(person, pin=_pin())
    password = _password() if args.password else None
    path = f"/v1/documents/{Person.KIND}/{quote(args.number, safe='')}"
    put_plant(args.server, path, msgspec.json.encode(person))
    _set_password(args, password)
    print(_line(person, ()))
    return 0


def _set_password(args: argparse.Namespace, password: str | None) -> None:
    """It is no part of the person's document, which every station gets."""
    path = f"/v1/accounts/{quote(args.number, safe='')}"
    if password is not None:
        put_plant(args.server, path, msgspec.json.encode({"password": password}))
    elif args.no_password:
        delete_plant(args.server, path)


def list_people(args: argparse.Namespace) -> int:
    """One a line."""
    reply = ask_plant(args.server, f"/v1/documents/{Role.KIND}")
    roles = [one.body for one in msgspec.json.decode(reply.content, type=list[_StandingRole])]
    for person in _people(args.server):
        print(_line(person, roles))
    return 0


class _StandingPerson(msgspec.Struct):
    body: Person


class _StandingRole(msgspec.Struct):
    body: Role


def _people(server: str) -> list[Person]:
    reply = ask_plant(server, f"/v1/documents/{Person.KIND}")
    return [one.body for one in msgspec.json.decode(reply.content, type=list[_StandingPerson])]


def _changed(person: Person, args: argparse.Namespace) -> Person:
    skills = person.skills | dict(_skill(text) for text in args.skill or ())
    rights = dict.fromkeys([*person.rights, *(args.right or ())])
    return msgspec.structs.replace(
        person,
        name=args.name or person.name,
        role=args.role or person.role,
        skills={s: until for s, until in skills.items() if s not in (args.without_skill or ())},
        rights=tuple(r for r in rights if r not in (args.without_right or ())),
        languages=tuple(args.language or person.languages),
        is_active=args.back or (person.is_active and not args.left),
    )


def _skill(text: str) -> tuple[str, date]:
    skill, _, until = text.partition("=")
    try:
        return skill, date.fromisoformat(until)
    except ValueError as error:
        msg = f"--skill: expected a skill and its last day, such as torque=2027-06-30, got {text}"
        raise InvalidInput(msg) from error


def _badge(known: Iterable[Person], args: argparse.Namespace) -> str:
    scan = parse_scan(_asked("Scan the badge: "), patterns=patterns_of(args.config))
    if scan.kind is not ScanKind.BADGE or not scan.value:
        msg = "This is no badge of the plant; `asbuilt scan` says what a code is understood as."
        raise InvalidInput(msg)
    digest = hashlib.sha256(scan.value.encode()).hexdigest()
    for person in known:
        if person.badge == digest and person.person != args.number:
            msg = f"This badge is {person.name}'s ({person.person}); a badge opens for one person."
            raise InvalidInput(msg)
    return digest


def _pin() -> str:
    pin = _asked("PIN: ")
    if not _PIN.fullmatch(pin):
        msg = "A PIN has 4 to 6 digits."
        raise InvalidInput(msg)
    return PasswordHasher().hash(pin)


def _password() -> str:
    password = _asked(f"Password, at least {SHORTEST} characters: ")
    if not is_sound(password):
        raise InvalidInput(RULE)
    return PasswordHasher().hash(password)


def _asked(question: str) -> str:
    """Unseen at a terminal; a line of the input otherwise."""
    if sys.stdin.isatty():
        return getpass.getpass(question).strip()
    return sys.stdin.readline().strip()


def _line(person: Person, roles: Sequence[Role]) -> str:
    skills = " ".join(f"{s}={until}" for s, until in sorted(person.skills.items()))
    rights = " ".join(sorted(rights_of(person, roles)))
    words = (person.person, person.name, person.role, skills or "-", rights or "-")
    return "  ".join((*words, "" if person.is_active else "left")).rstrip()
