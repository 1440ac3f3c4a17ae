"""Looks an OPC UA server over: what it offers, who it is, and whether a station can use it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from asyncua.client.client import Client

from app.domain.errors import DeviceFault, DeviceRefused
from device_drivers.finding import Finding
from device_drivers.opcua.connection import REQUEST_TIMEOUT_S, open_connection, quieten_library
from device_drivers.opcua.joining_model import find_model
from device_drivers.opcua.joining_space import PLACES
from device_drivers.opcua.keys import Keys, thumbprint
from device_drivers.opcua.security import offered
from device_drivers.opcua.session import Session
from device_drivers.opcua.tags import TagNames
from device_drivers.opcua.url import JOINING, settings_from
from device_drivers.opcua.words import LINK_ERRORS, fault_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from asyncua import ua

    from device_drivers.opcua.connection import Connection
    from device_drivers.opcua.url import Settings

#: What a joining system may lack: results come all the same, and what is missing is named.
_NOT_NEEDED = frozenset(
    {"GetResultListFiltered", "SendTextIdentifiers", "RequestUnacknowledgedResults"}
)


async def check(
    url: str, *, now: Callable[[], datetime], mono: Callable[[], float]
) -> tuple[Finding, ...]:
    """Connect, ask, and leave: nothing is written, locked or changed.

    Raises:
        InvalidInput: the URL cannot be used, or a key or password is missing.
        DeviceFault: nobody is there, or we are refused.
    """
    settings = settings_from(url)
    quieten_library()
    security = Finding("security", works=True, facts=_said(await _endpoints(settings)))
    began = mono()
    async with open_connection(settings, now=now) as connection:
        link = Finding("link", works=True, facts={"ready_ms": f"{1000 * (mono() - began):.1f}"})
        identity = await _identity(connection)
        if settings.profile == JOINING:
            return (security, link, identity, *await _joining(connection))
        return (security, link, identity, await _tags(connection, settings))


async def trust(url: str) -> str:
    """Trust the server that answers at ``url`` from now on; returns what was trusted.

    Raises:
        InvalidInput: the URL cannot be used.
        DeviceFault: nobody is there, or it shows no certificate.
    """
    settings = settings_from(url)
    quieten_library()
    for endpoint in await _endpoints(settings):
        if endpoint.ServerCertificate:
            kept = Keys(settings.keys).trust(endpoint.ServerCertificate)
            mark = thumbprint(endpoint.ServerCertificate)
            return f"{settings.url}: the certificate {mark} is trusted now ({kept})"
    raise DeviceRefused(settings.url, "the server shows no certificate that could be trusted")


async def _endpoints(settings: Settings) -> list[ua.EndpointDescription]:
    client = Client(settings.url, timeout=REQUEST_TIMEOUT_S)
    try:
        found: list[ua.EndpointDescription] = await client.connect_and_get_server_endpoints()
    except LINK_ERRORS as error:
        raise fault_of(settings.url, error, timeout_s=REQUEST_TIMEOUT_S) from error
    return found


def _said(endpoints: list[ua.EndpointDescription]) -> dict[str, str]:
    marks = {thumbprint(e.ServerCertificate) for e in endpoints if e.ServerCertificate}
    tokens = {t.TokenType.name for e in endpoints for t in e.UserIdentityTokens or []}
    facts = {"offers": " ".join(offered(endpoints)), "users": " ".join(sorted(tokens))}
    return facts | ({"thumbprint": " ".join(sorted(marks))} if marks else {})


async def _identity(connection: Connection) -> Finding:
    facts: dict[str, str] = {}
    with contextlib.suppress(DeviceFault), connection.guarded():
        status = await connection.client.nodes.server.get_child(["0:ServerStatus"])
        value = await status.read_value()
        build = value.BuildInfo
        facts = {
            "product": str(build.ProductName or ""),
            "software": str(build.SoftwareVersion or ""),
            "by": str(build.ManufacturerName or ""),
            "state": str(getattr(value.State, "name", value.State)),
        }
    return Finding("identity", works=bool(facts), facts=facts, matters=False)


async def _tags(connection: Connection, settings: Settings) -> Finding:
    session = Session(connection, lambda *_: None)
    try:
        with connection.translated():
            await session.find(settings.namespace_uri, TagNames())
    except DeviceFault as fault:
        return Finding("tags", works=False, facts={"why": fault.detail})
    return Finding("tags", works=True, facts={"namespace": settings.namespace_uri})


async def _joining(connection: Connection) -> list[Finding]:
    try:
        with connection.translated():
            model = await find_model(connection)
    except DeviceFault as fault:
        return [Finding("joining system", works=False, facts={"why": fault.detail})]
    facts = {"release": str(model.release), "tools": str(len(model.tools))}
    methods = [
        Finding(name, works=name in model.methods, matters=False)
        for name in PLACES
        if name in model.methods or (model.release > 1 and name not in _NOT_NEEDED)
    ]
    return [Finding("joining system", works=True, facts=facts), *methods]
