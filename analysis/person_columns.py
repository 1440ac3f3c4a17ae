"""Whether a column says who: no analysis takes a person as a factor.

The names of columns are all there is to go by; they are read in the languages of the screen.
"""

from __future__ import annotations

import re
from itertools import pairwise

_PERSONS = """
assembler assemblers associate author badge badges colleague crew emp employee employees
firstname foreman fullname initials inspector inspectors lastname leader login logon member
operator operatorid operatorname operators people person personid personnel persons signature staff
supervisor surname technician trainee trainer user userid username worker workerid workername
workers
bediener bedienerin mitarbeiter mitarbeiterin werker werkerin ausweis personal personalnummer
prüfer prüferin vorname nachname benutzer
opérateur opératrice employé employée nom prénom
operador operadora operario operaria empleado empleada trabajador nombre apellido
"""
_CHINESE_PERSONS = ("员工", "工号", "姓名", "操作员", "操作工", "人员", "作业员")
#: "name" is a person's, unless it is a thing's.
_THINGS = """
component customer file instruction line lot machine material order part plant product program
shift station step supplier tool vendor
"""
_PERSON_WORDS, _THING_WORDS = frozenset(_PERSONS.split()), frozenset(_THINGS.split())
_SIGNING_IN = frozenset({("sign", "in"), ("signed", "in"), ("sign", "on"), ("log", "in")})
_WORD = re.compile(r"[A-ZÄÖÜ]?[a-zà-ÿ]+|[A-ZÄÖÜ]+(?![a-z])")


class PersonIsNoFactor(ValueError):
    """A column names people; the message says which, and why it is refused."""

    def __init__(self, column: str) -> None:
        super().__init__(
            f'the column "{column}" names people, and no analysis takes a person as a factor; '
            "use what they worked with: lot, tool, program, shift, minutes since a refill"
        )


def refuse_person(column: str) -> None:
    """Raises PersonIsNoFactor for a column that names people, in the languages of the screen."""
    if names_a_person(column):
        raise PersonIsNoFactor(column)


def names_a_person(column: str) -> bool:
    """Whether a column of this name says who, not what."""
    words = [word.casefold() for word in _WORD.findall(column)]
    if any(part in column for part in _CHINESE_PERSONS) or not _PERSON_WORDS.isdisjoint(words):
        return True
    if "name" in words or "names" in words:
        return _THING_WORDS.isdisjoint(words)
    # "signed_by", "released by", "sign-in": a person, too.
    is_sign_in = any(pair in _SIGNING_IN for pair in pairwise(words))
    return is_sign_in or (bool(words) and words[-1] == "by")
