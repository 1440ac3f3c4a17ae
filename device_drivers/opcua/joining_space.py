"""The address space of a simulated joining system, under the published names and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from asyncua import ua
from asyncua.ua.object_ids import ObjectIds

from device_drivers.opcua.joining_system import TOOL_URI
from device_drivers.opcua.published import (
    IJT_BASE,
    IJT_TIGHTENING,
    IJT_V1,
    MACHINERY_RESULT,
    published,
)
from device_drivers.opcua.structures import BUILT_IN, Field, Structure, Structures

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from asyncua.common.node import Node
    from asyncua.server.server import Server

OWN = "urn:asbuilt:joining"
_SPACES = {1: (IJT_V1,), 2: (MACHINERY_RESULT, IJT_BASE, IJT_TIGHTENING)}
#: The objects the methods are on.
_RESULTS, _ASSETS, _PROCESSES = "ResultManagement", "MethodSet", "JoiningProcessManagement"
#: Each method, and the object it is published on.
PLACES: Mapping[str, str] = {
    "GetLatestResult": _RESULTS,
    "GetResultById": _RESULTS,
    "GetResultIdListFiltered": _RESULTS,
    "GetResultListFiltered": _RESULTS,
    "AcknowledgeResults": _RESULTS,
    "RequestResults": _RESULTS,
    "RequestUnacknowledgedResults": _RESULTS,
    "EnableAsset": _ASSETS,
    "SendIdentifiers": _ASSETS,
    "SendTextIdentifiers": _ASSETS,
    "ResetIdentifiers": _ASSETS,
    "GetJoiningProcessList": _PROCESSES,
    "SelectJoiningProcess": _PROCESSES,
    "GetSelectedJoiningProgram": _PROCESSES,
}
_EVENT_TYPES = {
    1: (("ResultReadyEventType", IJT_V1, 1007),),
    2: (
        ("ResultReadyEventType", MACHINERY_RESULT, 1002),
        ("JoiningSystemResultReadyEventType", IJT_BASE, 1007),
        ("RequestedResultEventType", IJT_BASE, 1035),
    ),
}


@dataclass(frozen=True, slots=True)
class Space:
    """What was made: the event types by name, the structures, and the methods' nodes."""

    events: Mapping[str, ua.NodeId]
    structures: Structures
    methods: Mapping[str, Node]


async def create_space(
    server: Server, release: int, callbacks: Mapping[str, Callable[..., Any]], *, is_silent: bool
) -> Space:
    """Create it; an ``is_silent`` server does not say what its structures are made of."""
    own = await server.register_namespace(OWN)
    for uri in _SPACES[release]:
        await server.register_namespace(uri)
    spaces = await server.get_namespace_array()
    structures = Structures()
    known = published(spaces)
    for each in known:
        structures.add(each)
    if not is_silent:
        for each in known:
            await _create_type(server, each)
    events = await _create_events(server, release, spaces)
    methods = await _create_system(server, own, callbacks)
    return Space(events, structures, methods)


async def _create_type(server: Server, structure: Structure) -> None:
    root = server.get_node(_core(ObjectIds.Structure))
    key = ua.NodeId.from_string(structure.key)
    node = await root.add_data_type(key, ua.QualifiedName(structure.name, key.NamespaceIndex))
    encoding = await server.nodes.objects.add_object(
        structure.encoding, ua.QualifiedName("Default Binary", 0)
    )
    await node.add_reference(encoding, ObjectIds.HasEncoding)
    await node.write_data_type_definition(_definition(structure))


def _definition(structure: Structure) -> ua.StructureDefinition:
    kind = ua.StructureType.Structure
    if structure.has_mask:
        kind = ua.StructureType.StructureWithOptionalFields
    elif any(each.may_be_subtype for each in structure.fields):
        kind = ua.StructureType.StructureWithSubtypedValues
    return ua.StructureDefinition(
        DefaultEncodingId=structure.encoding,
        BaseDataType=_core(ObjectIds.Structure),
        StructureType=kind,
        Fields=[
            ua.StructureField(
                Name=ua.String(each.name),
                DataType=_data_type(each),
                ValueRank=ua.Int32(1 if each.is_array else -1),
                IsOptional=each.is_optional or each.may_be_subtype,
            )
            for each in structure.fields
        ],
    )


def _core(number: int) -> ua.NodeId:
    return ua.NodeId(ua.Int32(number))


def _data_type(each: Field) -> ua.NodeId:
    if each.type == "EUInformation":
        return _core(ObjectIds.EUInformation)
    if each.type == "Variant":
        return _core(ObjectIds.BaseDataType)
    if each.type in BUILT_IN:
        return ua.NodeId(ua.Int32(ua.VariantType[each.type].value))
    return ua.NodeId.from_string(each.type)


async def _create_events(server: Server, release: int, spaces: list[str]) -> dict[str, ua.NodeId]:
    made: dict[str, ua.NodeId] = {}
    parent = server.get_node(_core(ObjectIds.BaseEventType))
    for name, uri, number in _EVENT_TYPES[release]:
        index = spaces.index(uri)
        kind = ua.NodeId(ua.Int32(number), ua.Int16(index))
        parent = await parent.add_object_type(kind, ua.QualifiedName(name, index))
        if not made:
            result = ua.VariantType.ExtensionObject
            await parent.add_variable(index, "Result", None, result, _core(ObjectIds.Structure))
        made[name] = kind
    return made


async def _create_system(
    server: Server, own: int, callbacks: Mapping[str, Callable[..., Any]]
) -> dict[str, Node]:
    system = await server.nodes.objects.add_object(own, "SimulatedJoiningSystem")
    assets = await system.add_object(own, "AssetManagement")
    tools = await (await assets.add_object(own, "Assets")).add_object(own, "Tools")
    tool = await tools.add_object(own, "SimulatedTool")
    identification = await tool.add_object(own, "Identification")
    await identification.add_property(own, "ProductInstanceUri", TOOL_URI)
    owners = {
        _ASSETS: await assets.add_object(own, _ASSETS),
        _RESULTS: await system.add_object(own, _RESULTS),
        _PROCESSES: await system.add_object(own, _PROCESSES),
    }
    return {
        name: await owners[PLACES[name]].add_method(own, name, callback)
        for name, callback in callbacks.items()
    }
