"""What every label printer must do: print once, say what it knows, and never more than that."""

from __future__ import annotations

import asyncio
import contextlib
import os
import tty
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from app.domain.labels import Label
from app.ports.devices import MAY_HAVE_PRINTED, DeviceStatus, LinkState, Outcome, PrintJob
from device_drivers.printer.device_file import DeviceFile
from device_drivers.printer.host_status import Trouble
from device_drivers.printer.simulator import PrinterMechanics, PrinterSimulator
from device_drivers.printer.zpl_printer import ZplPrinter
from device_drivers.wiretap import tapped
from tests.helpers.patience import PATIENT_S
from tests.helpers.printers import (
    ScriptedSpooler,
    printer_on_pty,
    printer_on_tcp,
    zpl_printer,
)

LABEL = Label(kind="unit", lines=("SN 0231", "GM A · Größe ^5~", "10 4711"))
JOB = PrintJob("job-1", LABEL)
OTHER = PrintJob("job-2", LABEL)


class Heard:
    """What went over the wire."""

    def __init__(self) -> None:
        self.sent_bytes = self.received_bytes = b""
        self.first = asyncio.Event()

    def opened(self, wire: str) -> None:
        del wire

    def received(self, chunk: bytes) -> None:
        self.received_bytes += chunk
        self.first.set()

    def sent(self, chunk: bytes) -> None:
        self.sent_bytes += chunk

    def ended(self, reason: str) -> None:
        del reason

    def noted(self, note: Mapping[str, Any]) -> None:
        del note


@pytest.fixture(params=["tcp", "device file"])
async def pair(
    request: pytest.FixtureRequest,
) -> AsyncIterator[tuple[ZplPrinter, PrinterMechanics]]:
    if request.param == "tcp":
        async with printer_on_tcp() as (simulator, url):
            yield zpl_printer(url), simulator.mechanics
    else:
        async with printer_on_pty() as (mechanics, url):
            yield zpl_printer(url), mechanics


@pytest.fixture
async def tcp() -> AsyncIterator[tuple[ZplPrinter, PrinterSimulator]]:
    async with printer_on_tcp() as (simulator, url):
        yield zpl_printer(url), simulator


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (Trouble.PAPER_OUT, "labels are used up"),
        (Trouble.HEAD_OPEN, "head is open"),
        (Trouble.PAUSED, "paused"),
        (Trouble.RIBBON_OUT, "ribbon"),
        (Trouble.BUFFER_FULL, "buffer is full"),
    ],
)
async def test_a_printer_in_trouble_gets_nothing_and_says_why(
    pair: tuple[ZplPrinter, PrinterMechanics], trouble: Trouble, words: str
) -> None:
    printer, mechanics = pair
    mechanics.troubles.add(trouble)
    result = await printer.print(JOB)
    assert (result.outcome, result.code) == (Outcome.REJECTED, f"printer.{trouble.value}")
    assert words in (result.words or "")
    assert "Nothing was sent" in (result.words or "")
    mechanics.clear()
    assert mechanics.labels == []
    assert (await printer.print(JOB)).is_confirmed


async def test_a_label_is_printed_as_it_is_and_confirmed(
    pair: tuple[ZplPrinter, PrinterMechanics],
) -> None:
    printer, mechanics = pair
    assert (await printer.print(JOB)).is_confirmed
    assert mechanics.labels == [LABEL.lines]


async def test_who_listens_in_on_the_driver_hears_the_labels_too(
    pair: tuple[ZplPrinter, PrinterMechanics],
) -> None:
    printer, _ = pair
    tap = Heard()
    with tapped(tap):
        running = asyncio.create_task(printer.run())
    await tap.first.wait()
    await printer.print(JOB)
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    assert b"^XA" in tap.sent_bytes
    assert b"ZD421" in tap.received_bytes


async def test_the_same_job_is_never_sent_twice(pair: tuple[ZplPrinter, PrinterMechanics]) -> None:
    printer, mechanics = pair
    await printer.print(JOB)
    again = await printer.print(JOB)
    assert (again.outcome, again.code) == (Outcome.REJECTED, "printer.already_sent")
    assert (await printer.print(OTHER)).is_confirmed
    assert len(mechanics.labels) == 2


async def test_a_mute_printer_gets_nothing(pair: tuple[ZplPrinter, PrinterMechanics]) -> None:
    printer, mechanics = pair
    mechanics.is_mute = True
    result = await printer.print(JOB)
    assert (result.outcome, result.code) == (Outcome.TIMED_OUT, "printer.no_answer")
    assert "Nothing was sent" in (result.words or "")
    assert mechanics.labels == []


async def test_a_label_held_in_the_printer_may_have_been_printed(
    pair: tuple[ZplPrinter, PrinterMechanics],
) -> None:
    printer, mechanics = pair
    mechanics.is_holding = True
    result = await printer.print(JOB)
    assert (result.outcome, result.code) == (Outcome.TIMED_OUT, MAY_HAVE_PRINTED)
    busy = await printer.print(OTHER)
    assert busy.code == "printer.busy"
    mechanics.clear()
    assert mechanics.labels == [LABEL.lines]


async def test_paper_that_ends_with_the_label_inside_is_said() -> None:
    async with printer_on_tcp() as (simulator, url):

        async def run_out(_seconds: float) -> None:
            await simulator.do({"do": "paper_out"})

        simulator.mechanics.is_holding = True
        result = await zpl_printer(url, sleep=run_out).print(JOB)
    assert (result.code, result.facts) == (MAY_HAVE_PRINTED, {"problem": "paper_out"})
    assert "comes out then" in (result.words or "")


async def test_paper_that_ends_at_the_label_is_no_label_for_sure() -> None:
    """Nothing waits any more, and then the paper is out: it may lie in the tray, or half of it."""
    async with printer_on_tcp() as (simulator, url):

        async def run_out(_seconds: float) -> None:
            await simulator.do({"do": "paper_out"})

        result = await zpl_printer(url, sleep=run_out).print(JOB)
        assert simulator.mechanics.labels == [LABEL.lines]
    assert (result.code, result.facts) == (MAY_HAVE_PRINTED, {"problem": "paper_out"})
    assert "look whether the label came out" in (result.words or "")


async def test_a_line_that_breaks_behind_the_label_leaves_it_open(
    tcp: tuple[ZplPrinter, PrinterSimulator],
) -> None:
    printer, simulator = tcp
    await simulator.do({"do": "hang_up"})
    result = await printer.print(JOB)
    assert (result.outcome, result.code) == (Outcome.TIMED_OUT, MAY_HAVE_PRINTED)
    assert "may have been printed" in (result.words or "")
    again = await printer.print(JOB)
    assert again.code == "printer.already_sent"


async def test_a_device_file_that_goes_away_behind_the_label_leaves_it_open() -> None:
    async with printer_on_pty() as (mechanics, url):
        mechanics.is_holding = True
        unplugged = asyncio.Event()

        async def unplug(_seconds: float) -> None:
            mechanics.unplug()
            unplugged.set()
            await asyncio.sleep(0)

        result = await zpl_printer(url, sleep=unplug).print(JOB)
    assert unplugged.is_set()
    assert (result.outcome, result.code) == (Outcome.TIMED_OUT, MAY_HAVE_PRINTED)


async def test_a_device_file_that_is_slow_gets_everything() -> None:
    payload = bytes(range(1, 255)) * 4000
    master, slave = os.openpty()
    tty.setraw(slave)
    wire = DeviceFile(os.ttyname(slave), lambda _bytes: None, lambda _reason: None)
    writing = asyncio.create_task(wire.write(payload))
    came = bytearray()
    while len(came) < len(payload):
        came += await asyncio.to_thread(os.read, master, 65_536)
    await writing
    await wire.close()
    os.close(slave)
    os.close(master)
    assert bytes(came) == payload


async def test_a_printer_that_is_off_gets_nothing(
    tcp: tuple[ZplPrinter, PrinterSimulator],
) -> None:
    printer, simulator = tcp
    await simulator.close()
    result = await printer.print(JOB)
    assert (result.outcome, result.code) == (Outcome.OFFLINE, "printer.offline")
    result = await zpl_printer("printer:///dev/usb/lp77").print(JOB)
    assert "not plugged in or switched off" in (result.words or "")


@pytest.mark.allow_warnings
async def test_the_state_follows_the_printer() -> None:
    seen: asyncio.Queue[DeviceStatus] = asyncio.Queue()

    async def until(state: LinkState) -> DeviceStatus:
        async with asyncio.timeout(PATIENT_S):
            while (status := await seen.get()).state is not state:
                pass
        return status

    async with printer_on_tcp() as (simulator, url):
        running = asyncio.create_task(zpl_printer(url, on_status=seen.put_nowait).run())
        assert "ZD421" in ((await until(LinkState.READY)).identity or "")
        await simulator.do({"do": "head_open"})
        assert "head is open" in ((await until(LinkState.DEGRADED)).detail or "")
        await simulator.do({"do": "clear"})
        await until(LinkState.READY)
        await simulator.close()
        await until(LinkState.DISCONNECTED)
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


async def test_a_pdf_goes_through_the_spooler_and_is_confirmed(tmp_path: Path) -> None:
    spooler = ScriptedSpooler(tmp_path)
    result = await spooler.printer().print(JOB)
    assert (result.outcome, result.facts) == (Outcome.CONFIRMED, {"request": "Labels-1"})
    assert spooler.documents[0].startswith(b"%PDF")


@pytest.mark.parametrize(
    ("state", "outcome", "code", "words"),
    [
        ("stopped", Outcome.REJECTED, "printer.paused", "out of labels"),
        ("refuse", Outcome.REJECTED, "printer.refused", "does not exist"),
        ("held", Outcome.TIMED_OUT, MAY_HAVE_PRINTED, "waits in the spooler"),
        ("cancelled", Outcome.TIMED_OUT, MAY_HAVE_PRINTED, "job-canceled-by-user"),
    ],
)
async def test_what_the_spooler_does_not_confirm_is_said(
    tmp_path: Path, state: str, outcome: Outcome, code: str, words: str
) -> None:
    spooler = ScriptedSpooler(tmp_path)
    spooler.be(state)
    result = await spooler.printer().print(JOB)
    assert (result.outcome, result.code) == (outcome, code)
    assert words in (result.words or "")


async def test_a_job_of_the_spooler_is_never_sent_twice(tmp_path: Path) -> None:
    spooler = ScriptedSpooler(tmp_path)
    printer = spooler.printer()
    await printer.print(JOB)
    assert (await printer.print(JOB)).code == "printer.already_sent"
    assert len(spooler.documents) == 1


async def test_a_missing_spooler_names_its_package(tmp_path: Path) -> None:
    spooler = ScriptedSpooler(tmp_path)
    (tmp_path / "lpstat").unlink()
    result = await spooler.printer().print(JOB)
    assert result.outcome is Outcome.OFFLINE
    assert "Debian package cups-client" in (result.words or "")
