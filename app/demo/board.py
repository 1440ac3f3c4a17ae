"""The line's handover as two leads do it: on the board's own pages, each with a password.

What came of it is read back from the plant's interface, not from the pages.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx
import msgspec
from argon2 import PasswordHasher
from msgspec import Struct

from app.demo.programs import ProgramFailed

if TYPE_CHECKING:
    from app.demo.plant import DemoServer

#: Of both leads, on the board of this demonstration only.
PASSWORD = "four plain words"  # noqa: S105 - it protects nothing
GIVES, TAKES = "12", "14"
BOTH = 2
TIMEOUT_S = 30
_FIELD = re.compile(r'name="(form_token|mark|item)" value="([^"]*)"')


class LineHandedOver(Struct, frozen=True, kw_only=True):
    """A line's handover: of ``open`` items so many were accepted one by one; who signed."""

    items: int
    open: int
    accepted: int
    signed: tuple[str, ...]
    is_whole: bool

    @property
    def is_good(self) -> bool:
        """Whether both have signed, and nothing open was passed over."""
        return self.is_whole and self.accepted == self.open and len(self.signed) == BOTH


class Lead:
    """Somebody with a password at a browser."""

    def __init__(self, url: str, number: str) -> None:
        self._number = number
        self._http = httpx.AsyncClient(base_url=url, timeout=TIMEOUT_S, trust_env=False)

    async def close(self) -> None:
        await self._http.aclose()

    async def sign_in(self) -> None:
        await self.send("/sign-in", number=self._number, password=PASSWORD, to="/")

    async def fields(self, path: str, name: str) -> list[str]:
        """What the forms on a page carry under that name, each once, in order.

        Raises:
            ProgramFailed: the page was not shown.
        """
        page = await self._http.get(path)
        if page.is_error:
            msg = f"the page {path} was not shown: {page.status_code}"
            raise ProgramFailed(msg)
        found = [
            html.unescape(value) for known, value in _FIELD.findall(page.text) if known == name
        ]
        return list(dict.fromkeys(found))

    async def send(self, path: str, **form: str) -> str:
        """Fill in a form and send it; returns where the page leads then.

        Raises:
            ProgramFailed: the page did not take it.
        """
        tokens = await self.fields(path, "form_token")
        reply = await self._http.post(path, data={"form_token": "".join(tokens[:1]), **form})
        if not reply.is_redirect:
            msg = (
                f"the page {path} did not take {form.get('act', 'the form')}: {reply.status_code}"
            )
            raise ProgramFailed(msg)
        return reply.headers["location"]


async def hand_line_over(server: DemoServer, line: str) -> LineHandedOver:
    """One lead signs the sheet, the other accepts each open item and signs too."""
    hashed = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1).hash(PASSWORD)
    gives, takes = Lead(server.url, GIVES), Lead(server.url, TAKES)
    try:
        for number, lead in ((GIVES, gives), (TAKES, takes)):
            body = msgspec.json.encode({"password": hashed})
            await server.ask("PUT", f"/v1/accounts/{number}", body)
            await lead.sign_in()
        sheet = f"/handover?line={quote(line)}"
        mark = "".join(await gives.fields(sheet, "mark"))
        signed = await gives.send(
            sheet, line=line, act="give", to="person", mark=mark, password=PASSWORD
        )
        wanted = await takes.fields(signed, "item")
        for item in wanted:
            await takes.send(signed, act="accept", item=item)
        await takes.send(signed, act="take", password=PASSWORD)
    finally:
        await gives.close()
        await takes.close()
    return await _read_back(server, signed.rpartition("/")[2], open_items=len(wanted))


async def _read_back(server: DemoServer, name: str, *, open_items: int) -> LineHandedOver:
    book = await server.told(f"/v1/handovers/{name}")
    entries = book["entries"]
    signers = [one for one in entries if one["act"] in {"given", "taken"}]
    return LineHandedOver(
        items=sum(len(one.get("items", ())) for one in entries if one["act"] == "given"),
        open=open_items,
        accepted=sum(one["act"] == "accepted" for one in entries),
        signed=tuple(one["name"] for one in signers if str(one["number"]) in book["seals"]),
        is_whole=book["is_whole"] and book["is_taken"],
    )
