"""Asks a language model of the plant's own to say a handover in other words, and trusts none.

Any endpoint that speaks OpenAI's chat completions will do; without one nothing is asked.  What it
says passes :mod:`app.domain.handover_guard` or is dropped, and so is an answer that is late,
too long or unreadable: then the template stands.  What is kept is never the prose.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx
import msgspec
from msgspec import Struct

from app.domain.handover_guard import Said, objections
from app.domain.handover_sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.line_events import HandoverItem
    from server.settings import LanguageModel

#: Nobody waits longer than this for nicer words.
PATIENCE_S = 8.0
_MOST_BYTES = 1_000_000
#: A longer sheet is read as it is.
_MOST_ITEMS = 100

_TASK = (
    "You reword the lines of a shift handover so that they read well. Keep every number, name, "
    "code, time, state and negation of a line, in its order. Add nothing, leave nothing out, join "
    "no lines. Answer with the same JSON list and nothing else: for each line its item, its "
    "events as given, and your text."
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reworded:
    """Sentences by item; the template's own with ``why`` it had to stand, "" when it had not."""

    sentences: dict[str, str]
    why: str = ""


class _Message(Struct):
    content: str


class _Choice(Struct):
    message: _Message


class _Answer(Struct):
    choices: list[_Choice]


async def reworded(
    items: Sequence[HandoverItem], model: LanguageModel, *, patience_s: float = PATIENCE_S
) -> Reworded:
    """The items in other words, or in the template's with the reason; never raises for a model."""
    template = {item.item: sentence(item) for item in items}
    if not items or len(items) > _MOST_ITEMS:
        return Reworded(template, "" if not items else "The sheet is too long to be reworded.")
    try:
        async with asyncio.timeout(patience_s):
            said = await _ask(items, model)
    except TimeoutError:
        return Reworded(template, f"The language model took longer than {patience_s:.0f} s.")
    except (httpx.HTTPError, httpx.InvalidURL, msgspec.DecodeError, IndexError) as error:
        _log.info("the language model gave no usable answer: %s", type(error).__name__)
        return Reworded(template, "The language model gave no usable answer.")
    against = objections(said, items)
    if against:
        _log.info("a reworded handover was refused: %s", against[0])
        return Reworded(template, "The language model changed what is told.")
    return Reworded({one.item: one.text for one in said})


async def _ask(items: Sequence[HandoverItem], model: LanguageModel) -> list[Said]:
    lines = [Said(item.item, sentence(item), item.events) for item in items]
    asked = {
        "model": model.model,
        "temperature": 0,
        "messages": [
            {"role": "system", "content": _TASK},
            {"role": "user", "content": msgspec.json.encode(lines).decode()},
        ],
    }
    headers = {"Authorization": f"Bearer {model.key}"} if model.key else {}
    address = model.url.rstrip("/") + "/chat/completions"
    async with (
        httpx.AsyncClient(timeout=PATIENCE_S, trust_env=False) as client,
        client.stream("POST", address, json=asked, headers=headers) as answer,
    ):
        answer.raise_for_status()
        body = bytearray()
        async for part in answer.aiter_bytes():
            body += part
            if len(body) > _MOST_BYTES:
                message = "the answer is too long"
                raise httpx.DecodingError(message)
    content = msgspec.json.decode(bytes(body), type=_Answer).choices[0].message.content
    return msgspec.json.decode(content, type=list[Said])
