"""Vendors' controllers as the simulator behaves like them, each trait seen on the wire."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.message import build
from device_drivers.open_protocol.simulator.ledger import read_ledger
from device_drivers.open_protocol.simulator.numbering import number_of, numbered
from device_drivers.open_protocol.simulator.shelf import Shelf
from device_drivers.open_protocol.simulator.vendor import load_vendor, read_vendor, vendor_names
from device_drivers.open_protocol.trace import parse_trace
from tests.helpers.controller_rig import Peer, a_controller, read

RESULT, RESULT_ACK, OLD_RESULT = 60, 62, 64
NEWEST = b"0000000000"


async def highest(peer: Peer, mid: int, body: bytes = b"") -> tuple[int, int]:
    """Stepping down as a station does: the revision that works, and the first refusal's code."""
    first = 0
    for revision in range(11, 0, -1):
        answer = await peer.ask(mid, body, revision)
        if answer.mid != 4:
            return revision, first
        first = first or int(answer.body[4:6])
    return 0, first


@pytest.mark.parametrize("name", vendor_names())
async def test_every_vendor_is_met_by_stepping_down(name: str) -> None:
    async with a_controller(name) as rig:
        for revision in range(11, 0, -1):
            peer = await rig.connect()
            answer = await peer.ask(1, revision=revision)
            if answer.mid == 2:
                assert answer.revision in {revision, 1}
                assert read(answer)["channel_id"] == 1
                return
            await peer.close()
    pytest.fail("no revision of 0001 is known")


@pytest.mark.parametrize(
    ("name", "mid", "body", "newest", "code"),
    [
        ("generic", RESULT, b"", 11, 0),
        ("atlas_pf6000", RESULT, b"", 5, 97),
        ("desoutter_cvi", RESULT, b"", 1, 97),
        ("cleco_mpro", RESULT, b"", 6, 97),
        ("atlas_mtf6000", RESULT, b"", 0, 99),
        ("sturtevant_global400", 30, b"", 0, 99),
    ],
)
async def test_what_a_vendor_knows_is_found_by_asking(
    name: str, mid: int, body: bytes, newest: int, code: int
) -> None:
    async with a_controller(name) as rig:
        peer = await rig.connect()
        start = 6 if name == "atlas_mtf6000" else 1
        assert (await peer.ask(1, revision=start)).mid == 2
        assert await highest(peer, mid, body) == (newest, code)


async def test_a_rexroth_refuses_and_hangs_up() -> None:
    async with a_controller("bosch_rexroth") as rig:
        peer = await rig.connect()
        assert await peer.code(1, revision=2) == 97
        assert await peer.is_over()
        again = await rig.connect()
        assert (await again.ask(1)).mid == 2


async def test_a_desoutter_answers_a_start_it_does_not_know_with_79() -> None:
    async with a_controller("desoutter_cvi") as rig:
        peer = await rig.connect()
        assert await peer.code(1, revision=6) == 79
        await peer.start()
        assert await peer.code(50, b"SHORT") == 1
        assert await peer.code(50, b"PADDED".ljust(25)) is None
        assert rig.controller.vin == "PADDED"


async def test_an_mtf6000_knows_one_start_only_and_names_what_was_asked_for() -> None:
    async with a_controller("atlas_mtf6000") as rig:
        peer = await rig.connect()
        assert await peer.code(1, revision=5) == 97
        assert (await peer.ask(1, revision=6)).mid == 2
        refusal = await peer.ask(8, b"006100100")
        assert (refusal.mid, refusal.body[:4]) == (4, b"0061")
        second, third = await rig.connect(), await rig.connect()
        assert (await second.ask(1, revision=6)).mid == 2
        assert await third.code(1, revision=6) == 16


async def test_an_mtf6000_has_its_results_as_operations_and_deselects_after_a_batch() -> None:
    async with a_controller("atlas_mtf6000") as rig:
        peer = await rig.connect()
        await peer.ask(1, revision=6)
        assert await peer.code(14) is None
        assert (await peer.receive()).body[:3] == b"012"
        peer.tell(16)
        assert await peer.code(8, b"12010013000" + b" " * 28) is None
        await rig.do("batch", pset=12, size=1)
        rig.controller.tighten()
        overall = await peer.receive()
        peer.tell(1203)
        values = await peer.receive()
        peer.tell(1203)
        assert (overall.mid, values.mid) == (1201, 1202)
        assert read(overall)["result_id"] == read(values)["result_id"] == 1
        deselected = await peer.receive()
        assert (deselected.mid, deselected.body[:3]) == (15, b"000")
        await rig.do("tighten")
        assert (await rig.until_event("refused"))["why"] == "no program is selected"


async def test_an_mtf6000_counts_bytes_and_others_say_what_they_can() -> None:
    serial = "Größe-Ø-Prüfung-Fläche-1234"
    async with a_controller("atlas_mtf6000") as rig:
        peer = await rig.connect()
        await peer.ask(1, revision=6)
        assert await peer.code(51) is None
        rig.controller.identify(serial)
        told = await peer.receive()
        assert len(told.body) == 25
        assert serial.startswith(str(read(told)["vin"]))
        peer.tell(53)
        assert await peer.code(8, b"1201001300000000000" + b" " * 19 + b"1") is None
        rig.controller.tighten()
        assert serial.encode() in (await peer.receive()).body
    async with a_controller("generic") as rig:
        rig.controller.identify(serial)
        assert rig.controller.vin == "Gr??e-?-Pr?fung-Fl?che-1234"


async def test_the_emulator_divides_its_samples_and_ends_them_with_a_nul() -> None:
    async with a_controller("emulator") as rig:
        peer = await rig.connect()
        await peer.start()
        assert await peer.code(8, b"0900001350" + b" " * 29 + b"01002") is None
        rig.controller.tighten()
        trace = await peer.receive()
        assert b"02213" in trace.body
        assert parse_trace(trace).samples[-1] == pytest.approx(25.0, abs=1.5)
        peer.tell(5, b"0900")
        assert await peer.reader.readexactly(1) == b"\0"
        assert (await peer.ask(9999)).mid == 9999


async def test_a_pf6000_thins_its_traces_to_768_samples() -> None:
    async with a_controller("atlas_pf6000") as rig:
        peer = await rig.connect()
        await peer.start()
        assert await peer.code(8, b"0900001350" + b" " * 29 + b"01001") is None
        await rig.do("tighten", angle=900)
        trace = parse_trace(await peer.receive())
        assert len(trace.samples) == 768
        assert trace.samples[-1] == pytest.approx(1080.0)


async def test_a_powermacs_says_little_at_the_start_whatever_was_asked() -> None:
    async with a_controller("atlas_powermacs") as rig:
        peer = await rig.connect()
        answer = await peer.ask(1, revision=3)
        assert (answer.mid, answer.revision, len(answer.frame)) == (2, 1, 57)
        assert await peer.code(50, b"V" * 40) is None
        assert await peer.code(OLD_RESULT, NEWEST) == 15


async def test_a_pf6000_calls_a_program_by_its_index_and_leaves_fields_blank() -> None:
    async with a_controller("atlas_pf6000") as rig:
        await rig.do("program", pset=105, target="25")
        peer = await rig.connect()
        answer = await peer.ask(1, revision=6)
        assert (read(answer)["cell_id"], read(answer)["supplier"]) == (None, "ACT")
        assert await peer.code(RESULT, revision=5) is None
        assert await peer.code(14) is None
        await peer.receive()
        peer.tell(16)
        assert await peer.code(18, b"105") is None
        assert (await peer.receive()).body[:3] == b"005"
        peer.tell(16)
        rig.controller.tighten()
        values = read(await peer.receive())
        assert (values["pset"], values["rundown_angle"], values["batch_size"]) == (5, None, None)


async def test_an_older_pf6000_walks_back_over_results_of_other_stations() -> None:
    async with a_controller("atlas_pf6000_old") as rig:
        peer = await rig.connect()
        await peer.start(RESULT)
        for _ in range(4):
            rig.controller.tighten()
            await peer.receive()
            peer.tell(RESULT_ACK)
        rig.controller.shelf.forget(4)
        found = []
        asked = 0
        for _ in range(5):
            old = read(await peer.ask(OLD_RESULT, b"%010d" % asked, revision=7))
            number = old["tightening_id"]
            assert isinstance(number, int)
            found.append((number, old["station_id"]))
            asked = number - 1
        # The third id is another station's, the fourth was lost: the answer is the one before.
        assert found == [(5, 1), (3, 2), (2, 1), (1, 1), (5, 1)]


async def test_a_dirty_close_keeps_a_place_taken_for_15_seconds() -> None:
    now_s = 0.0
    async with a_controller("atlas_pf4000", mono=lambda: now_s) as rig:
        rude = await rig.connect()
        await rude.start()
        await rude.close()
        await rig.until_event("disconnected")
        peer = await rig.connect()
        now_s = 14.9
        assert await peer.code(1) == 96
        now_s = 15.0
        assert (await peer.ask(1)).mid == 2
        assert await peer.code(3) is None
        polite = await rig.connect()
        await rig.until_event("disconnected", 2)
        assert (await polite.ask(1)).mid == 2


async def test_the_emulator_counts_each_connection_anew() -> None:
    async with a_controller("emulator") as rig:
        for _ in range(2):
            peer = await rig.connect()
            await peer.start(RESULT)
            rig.controller.tighten()
            assert read(await peer.receive())["tightening_id"] == 1
            peer.tell(RESULT_ACK)
            assert await peer.code(OLD_RESULT, NEWEST) == 15
            assert await peer.code(3) is None
            assert await peer.is_over()


async def test_a_rexroth_keeps_nothing_that_is_made_while_nobody_is_there() -> None:
    async with a_controller("bosch_rexroth") as rig:
        rig.controller.tighten()
        assert rig.count("not kept") == 1
        peer = await rig.connect()
        await peer.start()
        assert await peer.code(OLD_RESULT, NEWEST) == 15


async def test_link_level_numbers_both_directions_and_takes_a_repeat_once() -> None:
    async with a_controller("link_level") as rig:
        peer = await rig.connect()
        assert read(await peer.ask(1, revision=6))["sequence_support"] == 1
        asked = numbered(build(RESULT), 1)
        peer.writer.write(asked.wire)
        taken, answer = await peer.receive(), await peer.receive()
        assert (taken.mid, number_of(taken), taken.body) == (9997, 2, b"0060")
        assert (answer.mid, number_of(answer)) == (5, 1)
        peer.writer.write(numbered(build(9997, b"0005"), 2).wire)
        peer.writer.write(asked.wire)
        assert (await peer.receive()).mid == 9997
        rig.controller.tighten()
        event = await peer.receive()
        assert (event.mid, number_of(event)) == (61, 2)
        repeat = await peer.receive()
        assert repeat == event
        peer.writer.write(numbered(build(9997, b"0061"), 3).wire)
        await rig.until_event("acknowledged")
        peer.writer.write(numbered(build(43), 5).wire)
        refused = await peer.receive()
        assert (refused.mid, refused.body) == (9998, b"00430003")


async def test_a_controller_can_dial_its_station() -> None:
    came: asyncio.Queue[Peer] = asyncio.Queue()
    server = await asyncio.start_server(
        lambda reader, writer: came.put_nowait(Peer(reader, writer)), "127.0.0.1", 0
    )
    port: int = server.sockets[0].getsockname()[1]
    async with a_controller(dials=("127.0.0.1", port)) as rig:
        for _ in range(2):
            peer = await came.get()
            await peer.start(RESULT)
            rig.controller.tighten()
            assert (await peer.receive()).mid == 61
            await peer.close()
    server.close()
    await server.wait_closed()


async def test_the_ledger_outlives_the_controller(tmp_path: Path) -> None:
    keep = tmp_path / "results.jsonl"
    async with a_controller(keep=keep) as rig:
        rig.controller.identify("0418-77231")
        rig.controller.tighten()
        await rig.do("reset_ids")
        rig.controller.tighten()
    async with a_controller(keep=keep) as rig:
        rig.controller.tighten()
        peer = await rig.connect()
        await peer.start()
        assert read(await peer.ask(OLD_RESULT, NEWEST))["tightening_id"] == 2
        assert read(await peer.ask(OLD_RESULT, b"0000000001"))["vin"] == "0418-77231"
    entries = read_ledger(keep)
    assert [(entry.count_no, entry.result_id) for entry in entries] == [(1, 1), (2, 1), (2, 2)]


def test_a_ledger_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    keep = tmp_path / "results.jsonl"
    keep.write_text("shopping list\n", "utf-8")
    with pytest.raises(InvalidInput, match="no list of a simulated controller"):
        read_ledger(keep)


async def test_a_wrapping_count_begins_at_1_again() -> None:
    vendor = read_vendor('title = "Small"\n[results]\nwraps_after = 3\n', "small")
    async with a_controller() as rig:
        shelf = Shelf(vendor.results, None)
        made = [shelf.add(rig.controller.rundown()) for _ in range(4)]
    assert [rundown.result_id for rundown in made] == [1, 2, 3, 1]
    assert shelf.count_no == 2


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("title = ", "cannot be used"),
        ("[clients]\nmost = 1\n", "title"),
        ('title = "X"\nsilense_s = 3\n', "silense_s"),
        ('title = "X"\n[clients]\nmost = 0\n', "most"),
        ('title = "X"\n[revisions]\n"60" = 3\n', "revisions"),
        ('title = "X"\n[results]\nold = "some"\n', "old"),
    ],
)
def test_a_vendors_file_that_is_wrong_says_where(text: str, complaint: str) -> None:
    with pytest.raises(InvalidInput, match=complaint):
        read_vendor(text, "x")


def test_an_unknown_vendor_names_those_there_are() -> None:
    with pytest.raises(InvalidInput, match="atlas_pf4000"):
        load_vendor("acme")
