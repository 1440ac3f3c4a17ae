"""Where things are in a joining system's address space: its release, events, methods and tool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from asyncua import ua
from asyncua.ua.attribute_ids import AttributeIds
from asyncua.ua.object_ids import ObjectIds

from app.domain.errors import DeviceFault
from device_drivers.opcua.published import IJT_BASE, IJT_V1, MACHINERY_RESULT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from asyncua.common.node import Node

    from device_drivers.opcua.connection import Connection

#: From the objects folder down to a method of a tool, at most.
MAX_LEVELS = 7
#: A joining system in a big server must not be looked for for ever.
MAX_NODES = 20_000
_RESULT_READY_V1, _JOINING_RESULT_READY, _REQUESTED_RESULT, _RESULT_READY = 1007, 1007, 1035, 1002
_WANTED = (ua.NodeClass.Object, ua.NodeClass.Method, ua.NodeClass.Variable)
URI = "ProductInstanceUri"


@dataclass(frozen=True, slots=True)
class Method:
    """A method and the object it is called on."""

    owner: ua.NodeId
    node: ua.NodeId


@dataclass(frozen=True, slots=True)
class JoiningModel:
    """What this server has; ``methods`` by their published names."""

    release: int
    events: tuple[ua.NodeId, ...]
    result_path: tuple[ua.NodeId, ua.QualifiedName]
    methods: Mapping[str, Method]
    tools: tuple[ua.NodeId, ...]

    def event_filter(self) -> ua.EventFilter:
        """Only results, and of each only what is needed."""
        kind, name = self.result_path
        return ua.EventFilter(
            SelectClauses=[
                _operand(
                    ua.NodeId(ua.Int32(ObjectIds.BaseEventType)), ua.QualifiedName("EventType")
                ),
                _operand(kind, name),
            ],
            WhereClause=ua.ContentFilter(Elements=_of_types(self.events)),
        )


async def find_model(connection: Connection) -> JoiningModel:
    """Look over the server.

    Raises:
        DeviceFault: it is no joining system.
    """
    spaces = await connection.spaces()
    events: tuple[ua.NodeId, ...]
    if IJT_BASE in spaces and MACHINERY_RESULT in spaces:
        base, result = spaces.index(IJT_BASE), spaces.index(MACHINERY_RESULT)
        events = (_node(_JOINING_RESULT_READY, base), _node(_REQUESTED_RESULT, base))
        path = (_node(_RESULT_READY, result), ua.QualifiedName("Result", result))
        release = 2
    elif IJT_V1 in spaces:
        index = spaces.index(IJT_V1)
        events = (_node(_RESULT_READY_V1, index),)
        path = (events[0], ua.QualifiedName("Result", index))
        release = 1
    else:
        raise DeviceFault(
            connection.url,
            f"the server is no joining system: it has neither {IJT_BASE} with {MACHINERY_RESULT} "
            f"nor {IJT_V1}; it offers {', '.join(spaces)}. Correct the URL, or its profile.",
        )
    methods, tools = await _look_over(connection)
    return JoiningModel(release, events, path, methods, tools)


async def _look_over(connection: Connection) -> tuple[dict[str, Method], tuple[ua.NodeId, ...]]:
    """The methods, and the variables that say what each tool is called."""
    methods: dict[str, Method] = {}
    tools: list[ua.NodeId] = []
    client = connection.client
    seen = {client.nodes.objects.nodeid}
    level: list[tuple[Node, tuple[str, ...]]] = [(client.nodes.objects, ())]
    for _ in range(MAX_LEVELS + 1):
        nodes = [node for node, path in level]
        with connection.guarded():
            results = await client.browse_nodes(nodes)
        following: list[tuple[Node, tuple[str, ...]]] = []
        for (node, path), (_, result) in zip(level, results, strict=True):
            for each in _children(result, seen):
                name = str(each.BrowseName.Name)
                if each.NodeClass is ua.NodeClass.Method:
                    methods.setdefault(name, Method(node.nodeid, each.NodeId))
                elif each.NodeClass is ua.NodeClass.Object:
                    following.append((client.get_node(each.NodeId), (*path, name)))
                elif name == URI and "Tools" in path:
                    tools.append(each.NodeId)
        level = following
        if not level or len(seen) > MAX_NODES:
            break
    return methods, tuple(tools)


def _children(result: ua.BrowseResult, seen: set[ua.NodeId]) -> Sequence[ua.ReferenceDescription]:
    found = []
    for each in result.References or []:
        node = each.NodeId
        # The server's own objects are no part of the joining system.
        is_core = node.NamespaceIndex == 0 and each.NodeClass is ua.NodeClass.Object
        if each.IsForward and each.NodeClass in _WANTED and node not in seen and not is_core:
            seen.add(node)
            found.append(each)
    return found


def _node(number: int, index: int) -> ua.NodeId:
    return ua.NodeId(ua.Int32(number), ua.Int16(index))


def _operand(kind: ua.NodeId, name: ua.QualifiedName) -> ua.SimpleAttributeOperand:
    return ua.SimpleAttributeOperand(
        TypeDefinitionId=kind, BrowsePath=[name], AttributeId=AttributeIds.Value
    )


def _of_types(events: tuple[ua.NodeId, ...]) -> list[ua.ContentFilterElement]:
    kinds = [
        ua.ContentFilterElement(
            FilterOperator=ua.FilterOperator.OfType,
            FilterOperands=[ua.LiteralOperand(Value=ua.Variant(event))],
        )
        for event in events
    ]
    if len(kinds) == 1:
        return kinds
    either = ua.ContentFilterElement(
        FilterOperator=ua.FilterOperator.Or,
        FilterOperands=[ua.ElementOperand(Index=ua.UInt32(n)) for n in (1, 2)],
    )
    return [either, *kinds]
