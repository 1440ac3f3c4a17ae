"""Learns from a server what its structures are made of, when one is met that is not known."""

from __future__ import annotations

import logging
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from asyncua import ua
from asyncua.ua.object_ids import ObjectIds
from asyncua.ua.uaerrors import UaError

from device_drivers.opcua.published import published
from device_drivers.opcua.structures import (
    BUILT_IN,
    EXTENSION,
    VARIANT,
    Decoded,
    Field,
    Structure,
    StructureFault,
    Structures,
    UnknownStructure,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from asyncua.client.client import Client

logger = logging.getLogger(__name__)

#: More structures than one result can be made of: a server that goes on and on is stopped.
MAX_LEARNED = 64
_STRUCTURE, _ENUMERATION, _NUMBER, _INTEGER, _UINTEGER = 22, 29, 26, 27, 28
#: The types of the core specification that a field may have, and how they are encoded.
_CORE: Mapping[int, str] = MappingProxyType(
    {
        number: ua.VariantType(number).name
        for number in range(1, 22)
        if ua.VariantType(number).name in BUILT_IN
    }
    | {
        24: VARIANT,
        _NUMBER: VARIANT,
        _INTEGER: VARIANT,
        _UINTEGER: VARIANT,
        _STRUCTURE: EXTENSION,
        _ENUMERATION: "Int32",
        290: "Double",
        294: "DateTime",
        295: "String",
        887: "EUInformation",
        23751: "String",
        31917: "UInt32",
        31918: "String",
    }
)


class Definitions:
    """One server's structures, for one connection: indices change with the next."""

    def __init__(self, client: Client, spaces: Sequence[str]) -> None:
        self._client = client
        self.structures = Structures()
        self._being_defined: set[str] = set()
        self._published = {each.key: each for each in published(spaces)}

    async def decode(self, extension: ua.ExtensionObject) -> Decoded:
        """What ``extension`` says; asks the server for definitions not met yet.

        Raises:
            StructureFault: it does not fit, or nobody says what it is made of.
        """
        for _ in range(MAX_LEARNED):
            try:
                return self.structures.decode(extension)
            except UnknownStructure as unknown:
                await self._learn(unknown.encoding)
        message = f"more than {MAX_LEARNED} structures in one value"
        raise StructureFault(message)

    def use_published(self) -> None:
        """Know what is published, for encoding what a method wants."""
        for structure in self._published.values():
            if structure.key not in self.structures:
                self.structures.add(structure)

    async def _learn(self, encoding: ua.NodeId) -> None:
        known = next((s for s in self._published.values() if s.encoding == encoding), None)
        try:
            node = self._client.get_node(encoding)
            types = await node.get_referenced_nodes(
                refs=ObjectIds.HasEncoding, direction=ua.BrowseDirection.Inverse
            )
            if not types:
                message = "the server does not say which type this is"
                raise StructureFault(message)  # noqa: TRY301  one way out for both
            await self._define(types[0].nodeid, encoding)
        except (UaError, StructureFault) as error:
            if known is None:
                message = f"{encoding.to_string()} has no definition: {error}"
                raise StructureFault(message) from error
            logger.debug("%s: as published, because %s", known.name, error)
            self._add_published(known)

    def _add_published(self, structure: Structure) -> None:
        self.structures.add(structure)
        for each in structure.fields:
            known = self._published.get(each.type)
            if known is not None and known.key not in self.structures:
                self._add_published(known)

    async def _define(self, key: ua.NodeId, encoding: ua.NodeId | None = None) -> None:
        """Read the definition of the data type ``key`` and of what it is made of."""
        definition = await self._definition(key)
        self._being_defined.add(str(key.to_string()))
        fields = [*await self._inherited(definition), *(definition.Fields or [])]
        kind = definition.StructureType
        if kind in {ua.StructureType.Union, ua.StructureType.UnionWithSubtypedValues}:
            message = f"{key.to_string()} is a union"
            raise StructureFault(message)
        name = (await self._client.get_node(key).read_browse_name()).Name
        subtyped = kind == ua.StructureType.StructureWithSubtypedValues
        made = [await self._field(each, subtyped=subtyped) for each in fields]
        structure = Structure(
            key=key.to_string(),
            name=str(name),
            encoding=encoding or definition.DefaultEncodingId,
            fields=tuple(made),
        )
        self.structures.add(structure)

    async def _definition(self, key: ua.NodeId) -> ua.StructureDefinition:
        definition = await self._client.get_node(key).read_data_type_definition()
        if not isinstance(definition, ua.StructureDefinition):
            message = f"{key.to_string()} has no definition of a structure"
            raise StructureFault(message)
        return definition

    async def _inherited(self, definition: ua.StructureDefinition) -> list[Any]:
        """The base's fields, from servers that leave them out."""
        base = definition.BaseDataType
        if base is None or base.NamespaceIndex == 0:
            return []
        above = await self._definition(base)
        fields = [*await self._inherited(above), *(above.Fields or [])]
        names = [each.Name for each in fields]
        own = [each.Name for each in definition.Fields or []]
        return [] if own[: len(names)] == names else fields

    async def _field(self, each: ua.StructureField, *, subtyped: bool) -> Field:
        # One flag for two things: in a structure with subtyped values no field is optional.
        return Field(
            name=str(each.Name),
            type=await self._type(each.DataType),
            is_array=each.ValueRank >= 1,
            is_optional=bool(each.IsOptional) and not subtyped,
            may_be_subtype=bool(each.IsOptional) and subtyped,
        )

    async def _type(self, data_type: ua.NodeId) -> str:
        if data_type.NamespaceIndex == 0 and data_type.Identifier in _CORE:
            return _CORE[int(data_type.Identifier)]
        key = str(data_type.to_string())
        if key in self.structures or key in self._being_defined:
            return key
        node = self._client.get_node(data_type)
        parents = await node.get_referenced_nodes(
            refs=ObjectIds.HasSubtype, direction=ua.BrowseDirection.Inverse
        )
        parent = parents[0].nodeid if parents else ua.NodeId()
        base = await self._root(parent)
        if base != EXTENSION:
            return base
        await self._define(data_type)
        return key

    async def _root(self, data_type: ua.NodeId) -> str:
        """The built-in type that ``data_type`` is derived from."""
        if data_type.NamespaceIndex == 0 and data_type.Identifier in _CORE:
            return _CORE[int(data_type.Identifier)]
        parents = await self._client.get_node(data_type).get_referenced_nodes(
            refs=ObjectIds.HasSubtype, direction=ua.BrowseDirection.Inverse
        )
        if not parents:
            message = f"{data_type.to_string()} is derived from nothing known"
            raise StructureFault(message)
        return await self._root(parents[0].nodeid)
