"""Settings changed at the station: who may, what is tried first, what the file and record say."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from app.domain.errors import InvalidInput
from app.domain.events import SettingChanged
from app.domain.plant import Person
from app.runtime.config import load_config
from app.runtime.config_file import ConfigFile
from app.runtime.settings_store import FileSettings, settings_of
from app.services.long_work import LongWork
from app.services.settings import (
    TRIAL,
    ChangeSetting,
    RestartStation,
    Settings,
    TryAddress,
    without_password,
)
from app.services.work_state import Ending
from tests.helpers.station_rig import BADGE, Rig, sha256, station_at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

TEXT = """\
# The cover's station.
[station]
id = "ST-040"
name = "Gearbox mount" # as on the sign above it
line = "L4"

[screen]
theme = "light"

[[device]]
name = "T-07"
kind = "tool"
url = "openprotocol://192.168.20.7:4545"
"""
NEW = "openprotocol://192.168.20.8:4545"
KEY = "device.T-07.url"
TECHNICIAN = Person(person="88", name="Technician 88", role="technician", badge=sha256("088"))


@dataclass
class Bench:
    """A station with settings in a file of its own."""

    rig: Rig
    path: Path
    answer: Ending = field(default_factory=lambda: Ending("trial.answers", is_ok=True))
    restarts: int = 0

    async def change(self, key: str, value: str, why: str = "better") -> str | None:
        await self.rig.station.do(ChangeSetting(key, value, why))
        refusal = self.rig.state.refusal
        return None if refusal is None else refusal.refusal.code

    async def recorded(self) -> list[SettingChanged]:
        return [b for _, b in await self.rig.record() if isinstance(b, SettingChanged)]

    def ask_restart(self) -> None:
        self.restarts += 1


@asynccontextmanager
async def settings_at(folder: Path, badge: str = "BADGE-088") -> AsyncIterator[Bench]:
    path = folder / "station.toml"
    path.write_text(TEXT, "utf-8")
    async with station_at(folder) as rig:
        bench = Bench(rig, path)
        works = LongWork(rig.station.board, rig.clock)

        async def look(_url: str) -> Ending:
            return bench.answer

        Settings(
            store=FileSettings(path),
            board=rig.station.board,
            journal=rig.journal,  # type: ignore[arg-type]
            clock=rig.clock,
            works=works,
            try_url=look,
            restart=bench.ask_restart,
        ).add_to(rig.station.acts)
        rig.station.board.update(settings=settings_of(load_config(path)))
        await rig.publish(TECHNICIAN)
        await rig.scan(badge)
        yield bench


async def test_who_may_not_change_settings_changes_nothing(tmp_path: Path) -> None:
    async with settings_at(tmp_path, BADGE) as bench:
        assert await bench.change("screen.theme", "dark") == "right.missing"
        assert bench.path.read_text("utf-8") == TEXT
        assert await bench.recorded() == []


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("screen.theme", "pink", "setting.not_valid"),
        ("screen.px_per_mm", "0.4", "setting.not_valid"),
        ("screen.px_per_mm", "4,02", "setting.not_valid"),
        ("station.name", "  ", "setting.not_valid"),
        ("station.id", "ST-041", "setting.unknown"),
        ("device.T-99.url", NEW, "setting.unknown"),
        (KEY, NEW, "setting.not_tried"),
    ],
)
async def test_what_is_not_possible_is_refused_and_the_file_stays(
    tmp_path: Path, key: str, value: str, code: str
) -> None:
    async with settings_at(tmp_path) as bench:
        assert await bench.change(key, value) == code
        assert bench.path.read_text("utf-8") == TEXT
        assert await bench.recorded() == []


async def test_a_device_that_does_not_answer_is_not_saved(tmp_path: Path) -> None:
    async with settings_at(tmp_path) as bench:
        bench.answer = Ending("trial.silent", is_ok=False)
        await bench.rig.station.do(TryAddress("T-07", NEW))
        await bench.rig.until(lambda s: any(w.is_over for w in s.works))
        assert await bench.change(KEY, NEW) == "setting.not_tried"
        assert bench.path.read_text("utf-8") == TEXT


async def test_what_answered_elsewhere_is_not_saved_for_another_address(tmp_path: Path) -> None:
    async with settings_at(tmp_path) as bench:
        await bench.rig.station.do(TryAddress("T-07", NEW))
        await bench.rig.until(lambda s: any(w.is_over for w in s.works))
        assert await bench.change(KEY, NEW.replace(".8:", ".9:")) == "setting.not_tried"


async def test_a_device_that_answered_is_saved_and_waits_for_the_next_start(
    tmp_path: Path,
) -> None:
    async with settings_at(tmp_path) as bench:
        await bench.rig.station.do(TryAddress("T-07", NEW))
        await bench.rig.until(lambda s: any(w.name == TRIAL and w.is_over for w in s.works))
        assert await bench.change(KEY, NEW, "exchange") is None
        assert bench.path.read_text("utf-8") == TEXT.replace(".7:4545", ".8:4545")
        assert bench.rig.state.settings.waits == (KEY,)
        await bench.rig.station.do(RestartStation())
        assert bench.restarts == 1


async def test_a_change_is_recorded_with_who_why_and_both_values(tmp_path: Path) -> None:
    async with settings_at(tmp_path) as bench:
        assert await bench.change("screen.gloves", "on") is None
        assert await bench.recorded() == [
            SettingChanged(key="screen.gloves", before="off", after="on", why="better")
        ]
        settings = bench.rig.state.settings
        assert settings.screen is not None
        assert settings.screen.has_gloves
        assert settings.changed is not None
        assert load_config(bench.path).screen.gloves
        assert "# as on the sign above it" in bench.path.read_text("utf-8")


@pytest.mark.allow_warnings
async def test_what_the_journal_cannot_keep_is_not_in_force(tmp_path: Path) -> None:
    async with settings_at(tmp_path) as bench:
        bench.rig.journal.is_broken = True
        await bench.change("screen.theme", "dark")
        assert bench.rig.state.storage_problem is not None
        assert load_config(bench.path).screen.theme == "light"
        settings = bench.rig.state.settings
        assert settings.changed is None
        assert settings.values["screen.theme"] == "light"


async def test_a_file_that_cannot_be_written_is_said_and_nothing_recorded(tmp_path: Path) -> None:
    async with settings_at(tmp_path) as bench:
        bench.path.write_text("[station\n", "utf-8")
        assert await bench.change("screen.theme", "dark") == "setting.not_saved"
        assert await bench.recorded() == []


async def test_long_work_is_one_of_a_name_and_ends_when_it_is_stopped(tmp_path: Path) -> None:
    async with settings_at(tmp_path) as bench:
        gate = asyncio.Event()

        async def look(_url: str) -> Ending:
            await gate.wait()
            return bench.answer

        works = LongWork(bench.rig.station.board, bench.rig.clock)
        assert works.start("x", lambda _told: look("")) is None
        second = works.start("x", lambda _told: look(""))
        assert second is not None
        assert second.code == "work.running"
        running = asyncio.create_task(works.run())
        await asyncio.sleep(0)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        ending = bench.rig.state.works[0].ending
        assert ending is not None
        assert ending.code == "work.cancelled"


def test_a_section_that_is_not_there_is_added_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text(TEXT.replace('[screen]\ntheme = "light"\n\n', ""), "utf-8")
    ConfigFile(path).write("screen.sound", False)
    assert not load_config(path).screen.sound
    assert "# The cover's station." in path.read_text("utf-8")


def test_who_may_read_the_file_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text(TEXT, "utf-8")
    path.chmod(0o600)
    ConfigFile(path).write("screen.theme", "dark")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_value_the_file_does_not_take_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text(TEXT, "utf-8")
    with pytest.raises(InvalidInput, match=r"device\[0\].url"):
        ConfigFile(path).write(KEY, "printer://192.168.20.8")
    assert path.read_text("utf-8") == TEXT


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("opc.tcp://press:secret@10.0.0.4:4840/a", "opc.tcp://press:…@10.0.0.4:4840/a"),
        ("opc.tcp://10.0.0.4:4840/a", "opc.tcp://10.0.0.4:4840/a"),
        ("serial:?usb=0403:6001", "serial:?usb=0403:6001"),
    ],
)
def test_passwords_are_neither_shown_nor_recorded(url: str, shown: str) -> None:
    assert without_password(url) == shown
