"""Sets the demonstration plant up as an administrator would: over the server's own interface."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx
import msgspec

from app.demo.programs import ProgramFailed, own_command
from app.domain.memory_documents import KnownDecision
from app.domain.plant import REFERENCE_KINDS

if TYPE_CHECKING:
    from msgspec import Struct

    from app.authoring.demo_plant import DemoPlant
    from app.demo.line import DemoLine
    from app.demo.places import Places

TIMEOUT_S = 30


class DemoServer:
    """The administrator's view of the running server."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._http = httpx.AsyncClient(base_url=url, timeout=TIMEOUT_S, trust_env=False)

    async def close(self) -> None:
        await self._http.aclose()

    async def set_up(self, plant: DemoPlant, places: Places) -> None:
        """Publish instruction, people, lots, holds; import history, orders; enrol the station."""
        history = places.out / "history.jsonl"
        history.write_bytes(plant.history)
        # Each is a program of its own that takes longer to start than to do it.
        await asyncio.gather(
            run_command("memory", "import", str(history), "--server", self.url),
            *(
                run_command("instructions", "publish", str(folder), "--server", self.url)
                for folder in (plant.instruction, *plant.checks)
            ),
        )
        for record in plant.documents():
            await self.publish(record)
        orders = places.out / "orders.xml"
        orders.write_bytes(plant.orders_xml)
        await run_command("orders", "import", str(orders), "--server", self.url)
        code = await self.enrolment_code()
        await run_command(
            "enrol", "--server", self.url, "--code", code, "--config", str(places.config)
        )

    async def set_up_line(self, line: DemoLine) -> str:
        """Publish the calendar and the plan of its line; returns the neighbour's revision."""
        for record in line.documents():
            await self.publish(record)
        body = msgspec.json.encode(line.instruction)
        told = await self.ask("POST", "/v1/instructions", body)
        revision: str = msgspec.json.decode(told)["revision"]
        return revision

    async def enrolment_code(self) -> str:
        """A new one, for one station."""
        code: str = msgspec.json.decode(await self.ask("POST", "/v1/enrolment-codes"))["code"]
        return code

    async def publish(self, record: Struct) -> None:
        """Put one reference document."""
        kind = next(k for k, cls in REFERENCE_KINDS.items() if isinstance(record, cls))
        key = quote(str(getattr(record, record.__struct_fields__[0])), safe="")
        await self.ask("PUT", f"/v1/documents/{kind}/{key}", msgspec.json.encode(record))

    async def station(self, name: str) -> dict[str, Any]:
        """What the server knows of a station."""
        stations = msgspec.json.decode(await self.ask("GET", "/v1/stations"))
        found: dict[str, Any] = next(s for s in stations if s["station"] == name)
        return found

    async def decisions(self) -> list[KnownDecision]:
        """The decisions the server knows, and how each stands; oldest first."""
        told = await self.ask("GET", "/v1/memory/decisions")
        return msgspec.json.decode(told, type=list[KnownDecision])[::-1]

    async def fetch(self, path: str) -> bytes:
        return await self.ask("GET", path)

    async def told(self, path: str) -> Any:  # noqa: ANN401 - JSON
        """What the server says there, as JSON."""
        return msgspec.json.decode(await self.fetch(path))

    async def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> bytes:
        """One request.

        Raises:
            ProgramFailed: no answer, or one that says no.
        """
        try:
            reply = await self._http.request(method, path, content=body, headers=headers)
        except httpx.HTTPError as error:
            msg = f"the server at {self.url} did not answer {method} {path}: {error!r}"
            raise ProgramFailed(msg) from error
        if reply.is_error:
            msg = f"the server answered {reply.status_code} to {method} {path}: {reply.text}"
            raise ProgramFailed(msg)
        return reply.content


async def run_command(*words: str) -> str:
    """Run ``asbuilt`` with ``words``; returns what it printed.

    Raises:
        ProgramFailed: it said no.
    """
    process = await asyncio.create_subprocess_exec(
        *own_command(*words),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    if process.returncode != 0:
        msg = f"asbuilt {' '.join(words[:2])}: {err.decode(errors='replace').strip()}"
        raise ProgramFailed(msg)
    return out.decode()
