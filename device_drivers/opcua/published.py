"""The structures of the joining specifications as they are published.

For servers that keep them to themselves, and for the simulator.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import msgspec
from asyncua import ua
from msgspec import Struct

from device_drivers.opcua.structures import BUILT_IN, Field, Structure

if TYPE_CHECKING:
    from collections.abc import Sequence

IJT_V1 = "http://opcfoundation.org/UA/IJT/"
IJT_BASE = "http://opcfoundation.org/UA/IJT/Base/"
IJT_TIGHTENING = "http://opcfoundation.org/UA/IJT/Tightening/"
MACHINERY_RESULT = "http://opcfoundation.org/UA/Machinery/Result/"
_MODELS = ("ijt_v1", "ijt_v2")
_FIELD = re.compile(r"(\w+): (\w+)(\[\])?(\?)?(\*)?")


class _Type(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    namespace: str
    id: int
    encoding: int
    fields: tuple[str, ...]
    base: str | None = None


class _Model(Struct, frozen=True, forbid_unknown_fields=True):
    type: tuple[_Type, ...]


def published(spaces: Sequence[str]) -> list[Structure]:
    """Every published structure whose namespace is among ``spaces``, a server's namespaces."""
    found: list[Structure] = []
    for model in _MODELS:
        types = {each.name: each for each in _model(model).type if each.namespace in spaces}
        found.extend(_structure(each, types, spaces) for each in types.values())
    return found


@cache
def _model(name: str) -> _Model:
    path = resources.files("device_drivers.opcua") / "models" / f"{name}.toml"
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), _Model)


def _structure(each: _Type, types: dict[str, _Type], spaces: Sequence[str]) -> Structure:
    return Structure(
        key=_key(each, spaces),
        name=each.name,
        encoding=_node(each.encoding, each.namespace, spaces),
        fields=_fields(each, types, spaces),
    )


def _fields(each: _Type, types: dict[str, _Type], spaces: Sequence[str]) -> tuple[Field, ...]:
    """Those of the base come first, on the wire too."""
    inherited = _fields(types[each.base], types, spaces) if each.base in types else ()
    return inherited + tuple(_field(text, types, spaces) for text in each.fields)


def _field(text: str, types: dict[str, _Type], spaces: Sequence[str]) -> Field:
    match = _FIELD.fullmatch(text)
    assert match is not None, text  # noqa: S101  our own file
    name, kind, array, optional, subtype = match.groups()
    return Field(
        name=name,
        type=kind if kind in BUILT_IN else _key(types[kind], spaces),
        is_array=bool(array),
        is_optional=bool(optional),
        may_be_subtype=bool(subtype),
    )


def _key(each: _Type, spaces: Sequence[str]) -> str:
    return str(_node(each.id, each.namespace, spaces).to_string())


def _node(number: int, namespace: str, spaces: Sequence[str]) -> ua.NodeId:
    return ua.NodeId(ua.Int32(number), ua.Int16(list(spaces).index(namespace)))
