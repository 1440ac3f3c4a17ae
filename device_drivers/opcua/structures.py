"""Structures on the wire: decoded by their definitions, field by field, and encoded again.

The library's own decoding is not used: it cannot read structures with subtyped fields, and it
keeps what it learned from one server for the next.  What does not fit its definition to the last
byte is a fault and no value; who calls keeps the bytes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from asyncua import ua
from asyncua.common.utils import Buffer, NotEnoughData
from asyncua.ua import ua_binary
from asyncua.ua.uaerrors import UaError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PRIMITIVES = (
    "Boolean", "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64",
    "Float", "Double", "String", "DateTime", "Guid", "ByteString",
)  # fmt: skip
VARIANT, EXTENSION = "Variant", "ExtensionObject"
MASK_BITS = 32
#: Deeper than any published structure: a definition that contains itself ends here.
MAX_DEPTH = 32


class StructureFault(Exception):
    """The bytes are not what the definition says."""


class UnknownStructure(Exception):
    """A structure whose definition is not known yet."""

    def __init__(self, encoding: ua.NodeId) -> None:
        super().__init__(f"no definition of {encoding.to_string()} is known")
        self.encoding = encoding


@dataclass(frozen=True, slots=True)
class Field:
    """``type`` is a built-in type's name, or the key of another structure."""

    name: str
    type: str
    is_array: bool = False
    is_optional: bool = False
    may_be_subtype: bool = False


@dataclass(frozen=True, slots=True)
class Structure:
    """``key`` is its data type's node id as text; ``encoding`` what names it on the wire."""

    key: str
    name: str
    encoding: ua.NodeId
    fields: tuple[Field, ...]

    @property
    def has_mask(self) -> bool:
        return any(each.is_optional for each in self.fields)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A structure's values by field; an absent optional field is not there."""

    name: str
    values: dict[str, Any] = field(default_factory=dict)

    def get(self, name: str) -> Any:  # noqa: ANN401  whatever the server put there
        return self.values.get(name)


class Structures:
    """The structures known of one server."""

    def __init__(self) -> None:
        self._by_key: dict[str, Structure] = {}
        self._by_encoding: dict[ua.NodeId, Structure] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._by_key

    def add(self, structure: Structure) -> None:
        self._by_key[structure.key] = structure
        self._by_encoding[structure.encoding] = structure

    def decode(self, extension: ua.ExtensionObject) -> Decoded:
        """What ``extension`` says.

        Raises:
            UnknownStructure: it, or something in it, has no known definition.
            StructureFault: the bytes do not fit the definition.
        """
        try:
            return self._extension(extension, 0)
        except _LIBRARY_FAULTS as error:
            raise StructureFault(str(error) or type(error).__name__) from error

    def encode(self, name: str, values: Mapping[str, Any]) -> ua.ExtensionObject:
        """The structure called ``name`` with ``values``; KeyError if there is no such one."""
        structure = next((s for s in self._by_key.values() if s.name == name), None)
        if structure is None:
            raise KeyError(name)
        body = self._pack(structure, Decoded(name, dict(values)))
        return ua.ExtensionObject(TypeId=structure.encoding, Body=ua.ByteString(body))

    def _extension(self, extension: ua.ExtensionObject, depth: int) -> Decoded:
        structure = self._by_encoding.get(extension.TypeId)
        if structure is None:
            raise UnknownStructure(extension.TypeId)
        body = Buffer(extension.Body or b"")
        decoded = self._structure(structure, body, depth)
        if len(body):
            message = f"{len(body)} bytes are left after {structure.name}"
            raise StructureFault(message)
        return decoded

    def _structure(self, structure: Structure, body: Buffer, depth: int) -> Decoded:
        if depth > MAX_DEPTH:
            message = f"{structure.name} contains itself"
            raise StructureFault(message)
        mask = ua_binary.Primitives.UInt32.unpack(body) if structure.has_mask else 0
        optional = [each for each in structure.fields if each.is_optional]
        if mask >> len(optional):
            message = f"{structure.name} says it has optional fields that it does not know"
            raise StructureFault(message)
        present = {each.name for bit, each in enumerate(optional) if mask >> bit & 1}
        values = {
            each.name: self._field(each, body, depth)
            for each in structure.fields
            if not each.is_optional or each.name in present
        }
        return Decoded(structure.name, values)

    def _field(self, each: Field, body: Buffer, depth: int) -> Any:  # noqa: ANN401
        if not each.is_array:
            return self._value(each, body, depth)
        count = ua_binary.Primitives.Int32.unpack(body)
        if count < 0:
            return None
        if count > len(body):
            message = f"{each.name} says it has {count} elements, and {len(body)} bytes are left"
            raise StructureFault(message)
        return [self._value(each, body, depth) for _ in range(count)]

    def _value(self, each: Field, body: Buffer, depth: int) -> Any:  # noqa: ANN401
        if each.type in _READERS and each.type not in {VARIANT, EXTENSION}:
            return _READERS[each.type](body)
        if each.type == VARIANT:
            return self._plain(ua_binary.variant_from_binary(body).Value, depth)
        if each.type == EXTENSION or each.may_be_subtype:
            return self._plain(ua_binary.extensionobject_from_binary(body), depth)
        structure = self._by_key.get(each.type)
        if structure is None:
            message = f"the type of {each.name} is not known"
            raise StructureFault(message)
        return self._structure(structure, body, depth + 1)

    def _plain(self, value: Any, depth: int) -> Any:  # noqa: ANN401
        if isinstance(value, ua.ExtensionObject):
            return self._extension(value, depth + 1) if value.TypeId.Identifier else None
        if isinstance(value, list):
            return [self._plain(each, depth) for each in value]
        return value

    def _pack(self, structure: Structure, decoded: Decoded) -> bytes:
        packed = []
        if structure.has_mask:
            optional = [each for each in structure.fields if each.is_optional]
            mask = sum(1 << n for n, each in enumerate(optional) if each.name in decoded.values)
            packed.append(ua_binary.Primitives.UInt32.pack(mask))
        packed.extend(
            self._pack_field(each, decoded.get(each.name))
            for each in structure.fields
            if not each.is_optional or each.name in decoded.values
        )
        return b"".join(packed)

    def _pack_field(self, each: Field, value: Any) -> bytes:  # noqa: ANN401
        if not each.is_array:
            return self._pack_value(each, value)
        values = value or []
        count = ua_binary.Primitives.Int32.pack(len(values))
        return b"".join((count, *(self._pack_value(each, item) for item in values)))

    def _pack_value(self, each: Field, value: Any) -> bytes:  # noqa: ANN401
        if each.type == VARIANT:
            content = self._wrapped(value) if isinstance(value, Decoded) else value
            return ua_binary.variant_to_binary(
                content if isinstance(content, ua.Variant) else ua.Variant(content)
            )
        if each.type in _WRITERS:
            return _WRITERS[each.type](value)
        if each.may_be_subtype or each.type == EXTENSION:
            return ua_binary.extensionobject_to_binary(self._wrapped(value))
        return self._pack(self._by_key[each.type], value)

    def _wrapped(self, value: Decoded) -> ua.ExtensionObject:
        return self.encode(value.name, value.values)


_LIBRARY_FAULTS = (
    UaError, NotEnoughData, struct.error, ValueError, TypeError, OverflowError, IndexError,
    KeyError, AttributeError,
)  # fmt: skip


def _of_struct(kind: type) -> Callable[[Buffer], Any]:
    return lambda body: ua_binary.struct_from_binary(kind, body)


_READERS: Mapping[str, Callable[[Buffer], Any]] = MappingProxyType(
    {name: getattr(ua_binary.Primitives, name).unpack for name in _PRIMITIVES}
    | {
        "LocalizedText": _of_struct(ua.LocalizedText),
        "QualifiedName": _of_struct(ua.QualifiedName),
        "EUInformation": _of_struct(ua.EUInformation),
        "NodeId": ua_binary.nodeid_from_binary,
        VARIANT: ua_binary.variant_from_binary,
        EXTENSION: ua_binary.extensionobject_from_binary,
    }
)
_WRITERS: Mapping[str, Callable[[Any], bytes]] = MappingProxyType(
    {name: getattr(ua_binary.Primitives, name).pack for name in _PRIMITIVES}
    | {
        "LocalizedText": ua_binary.struct_to_binary,
        "QualifiedName": ua_binary.struct_to_binary,
        "EUInformation": ua_binary.struct_to_binary,
        "NodeId": ua_binary.nodeid_to_binary,
    }
)
#: Every type that needs no definition.
BUILT_IN = frozenset(_READERS)
