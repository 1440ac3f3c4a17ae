"""The memory holds roles and shifts: no record of it has a place for a person."""

from __future__ import annotations

import importlib
import pkgutil

from msgspec import Struct

import memory

#: How a field for a person would be called; "name" alone is the name of a list, "by" a role.
PEOPLE = {"person", "people", "operator", "badge", "user", "worker", "employee", "who"}


def records() -> list[type[Struct]]:
    found = []
    for module in pkgutil.iter_modules(memory.__path__):
        names = vars(importlib.import_module(f"memory.{module.name}"))
        found += [
            value
            for value in names.values()
            if isinstance(value, type) and issubclass(value, Struct) and value is not Struct
        ]
    return found


def test_no_record_of_the_memory_has_a_field_for_a_person() -> None:
    assert len(records()) > 20
    named = {
        f"{record.__name__}.{field}"
        for record in records()
        for field in record.__struct_fields__
        if PEOPLE & set(field.split("_"))
    }
    assert named == set()
