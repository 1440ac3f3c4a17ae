"""A real endpoint that lies, is slow, breaks or answers well: the sheet says what it said."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from app.domain.errors import InvalidInput
from app.domain.handover_sentences import sentence
from app.domain.line_events import HandoverItem
from app.domain.plant import Hold
from server.handover.rewording import reworded
from server.settings import LanguageModel, Settings, load_settings
from tests.helpers.plant_rig import running_plant

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from server.handover.rewording import Reworded

ITEMS = (
    HandoverItem("hold:H-1", "hold", {"held": "Lot 7", "reason": "noise", "owner": "31"}, ("e1",)),
    HandoverItem(
        "call:1", "call", {"station": "ST-1", "what": "quality", "since": "9:40"}, ("e2",)
    ),
)
TEMPLATE = {one.item: sentence(one) for one in ITEMS}


def answer(lines: object) -> bytes:
    content = msgspec.json.encode(lines).decode()
    return msgspec.json.encode({"choices": [{"message": {"content": content}}]})


def well(asked: list[dict[str, Any]]) -> bytes:
    return answer([{**one, "text": "The " + one["text"]} for one in asked])


def lying(asked: list[dict[str, Any]]) -> bytes:
    return answer([{**one, "text": one["text"].replace("on hold", "released")} for one in asked])


def forgetting(asked: list[dict[str, Any]]) -> bytes:
    return answer(asked[1:])


def inventing(asked: list[dict[str, Any]]) -> bytes:
    return answer([*asked, {"item": "hold:H-9", "text": "Lot 9 is on hold.", "events": ["e9"]}])


def talking(_asked: list[dict[str, Any]]) -> bytes:
    return msgspec.json.encode({"choices": [{"message": {"content": "Sure! Here is it:"}}]})


@asynccontextmanager
async def endpoint(
    says: Callable[[list[dict[str, Any]]], bytes] | None, *, status: str = "200 OK"
) -> AsyncIterator[tuple[LanguageModel, list[dict[str, Any]]]]:
    """An HTTP server of its own; ``says`` None never answers.  Yields what it was asked, too."""
    heard: list[dict[str, Any]] = []
    is_over = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if line)
        length = int(next(v for k, v in fields.items() if k.lower() == "content-length"))
        asked = msgspec.json.decode(await reader.readexactly(length))
        heard.append({"first": head.partition("\r\n")[0], "head": head, "asked": asked})
        if says is None:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{")
            await writer.drain()
            await is_over.wait()
        else:
            body = says(msgspec.json.decode(asked["messages"][1]["content"]))
            writer.write(
                f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
            )
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield LanguageModel(f"http://127.0.0.1:{port}/v1", "small", "k-1"), heard
    finally:
        is_over.set()
        server.close()
        await server.wait_closed()


async def asked_of(says: Callable[[list[dict[str, Any]]], bytes], **how: str) -> Reworded:
    async with endpoint(says, **how) as (model, _):
        return await reworded(ITEMS, model)


async def test_words_that_say_the_same_are_shown() -> None:
    async with endpoint(well) as (model, heard):
        found = await reworded(ITEMS, model)
    assert found.why == ""
    assert found.sentences == {name: f"The {text}" for name, text in TEMPLATE.items()}
    (one,) = heard
    assert one["first"] == "POST /v1/chat/completions HTTP/1.1"
    assert "Bearer k-1" in one["head"]
    assert one["asked"]["model"] == "small"


@pytest.mark.parametrize("says", [lying, forgetting, inventing])
async def test_a_lie_leaves_the_template(says: Callable[[list[dict[str, Any]]], bytes]) -> None:
    found = await asked_of(says)
    assert found.sentences == TEMPLATE
    assert found.why == "The language model changed what is told."


@pytest.mark.parametrize("says", [talking, lambda _: b"", lambda _: b"x" * 2_000_000])
async def test_an_answer_nobody_can_read_leaves_the_template(
    says: Callable[[list[dict[str, Any]]], bytes],
) -> None:
    found = await asked_of(says)
    assert (found.sentences, found.why) == (TEMPLATE, "The language model gave no usable answer.")


async def test_an_error_or_nobody_there_leaves_the_template() -> None:
    broken = await asked_of(well, status="500 Broken")
    assert broken.sentences == TEMPLATE
    async with endpoint(well) as (model, _):
        gone = model
    found = await reworded(ITEMS, gone)
    assert (found.sentences, found.why) == (TEMPLATE, "The language model gave no usable answer.")


async def test_one_that_never_ends_is_left_when_patience_is_over() -> None:
    async with endpoint(None) as (model, heard):
        found = await reworded(ITEMS, model, patience_s=0.2)
    assert heard
    assert found.sentences == TEMPLATE
    assert "took longer" in found.why


async def test_nothing_is_asked_about_an_empty_sheet_or_one_too_long() -> None:
    nowhere = LanguageModel("http://127.0.0.1:9/v1", "small")
    assert (await reworded((), nowhere)).why == ""
    many = [msgspec.structs.replace(ITEMS[0], item=f"hold:{n}") for n in range(101)]
    assert "too long" in (await reworded(many, nowhere)).why


@pytest.mark.parametrize(("says", "shown"), [(well, "The Lot 7 is"), (lying, "changed what is")])
async def test_the_page_asks_only_when_somebody_wants_other_words(
    tmp_path: Path, says: Callable[[list[dict[str, Any]]], bytes], shown: str
) -> None:
    async with (
        endpoint(says) as (model, heard),
        running_plant(Settings(tmp_path / "plant", language_model=model)) as plant,
    ):
        await plant.station()
        at = datetime(2026, 11, 20, 6, tzinfo=UTC)
        await plant.publish(Hold(hold="H-1", reason="noise", owner="31", placed_at=at, lot="7"))
        plain = (await plant.client.get("/handover")).text
        assert heard == []
        assert "Lot 7 is on hold: noise (31)." in plain
        other = (await plant.client.get("/handover?line=&words=other")).text
        assert len(heard) == 1
        assert shown in other
        assert "Lot 7 is on hold: noise (31)." in other


def test_without_one_in_the_configuration_there_is_none(tmp_path: Path) -> None:
    file = tmp_path / "server.toml"
    file.write_text('data = "d"\n')
    assert load_settings(file).language_model is None


def test_one_in_the_configuration_is_read_with_its_key_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "server.toml"
    more = (
        '[language_model]\nurl = "http://127.0.0.1:8080/v1"\nmodel = "small"\nkey_file = "key"\n'
    )
    file.write_text('data = "d"\n' + more)
    with pytest.raises(InvalidInput, match="give the key's file"):
        load_settings(file)
    (tmp_path / "key").write_text("k-1\n")
    found = load_settings(file).language_model
    assert found == LanguageModel("http://127.0.0.1:8080/v1", "small", "k-1")
    assert "k-1" not in repr(found)
    file.write_text('data = "d"\n[language_model]\nurl = "ftp://x"\nmodel = "small"\n')
    with pytest.raises(InvalidInput, match="expected http://HOST:PORT/v1"):
        load_settings(file)
