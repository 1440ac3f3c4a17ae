"""States in which somebody looks after the station itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.plant import Person
from app.domain.rights import ROLES
from app.ports.journal_care import Place
from app.runtime.config import (
    DeviceSection,
    ScadaSection,
    ScreenSection,
    ServerSection,
    StationConfig,
    StationSection,
)
from app.runtime.settings_store import settings_of
from app.services.people_state import PeopleState
from app.services.settings import TRIAL
from app.services.settings_state import ChangedSetting
from app.services.work_state import Ending, Work
from tests.screens.scenes import NOW_US, signed_in

if TYPE_CHECKING:
    from app.services.station_state import StationState

TECHNICIAN = Person(person="88", name="Technician 88", role="technician")
CONFIG = StationConfig(
    station=StationSection(id="ST-040", name="Gearbox cover", line="Line 2"),
    server=ServerSection(url="https://plant.local:8443", ca_file="plant.pem"),
    screen=ScreenSection(theme="light", px_per_mm=4.02),
    device=(
        DeviceSection("T-07", "tool", "openprotocol://192.168.20.7:4545?profile=atlas-copco"),
        DeviceSection("G-12", "gauge", "serial:///dev/ttyUSB0?profile=mitutoyo&unit=mm"),
        DeviceSection("S-1", "scanner", "serial:///dev/ttyACM0?profile=scanner"),
        DeviceSection("M1", "machine", "opc.tcp://192.168.20.9:4840/press"),
    ),
    scada=ScadaSection(),
)
NEW_URL = "openprotocol://192.168.20.8:4545?profile=atlas-copco"


def technician() -> StationState:
    """Somebody who may change settings."""
    state = signed_in()
    who = PeopleState(
        present=(TECHNICIAN,),
        rights=ROLES["technician"],
        holders={"change_settings": "Technician 88", "sign_off": "Team lead 12"},
    )
    settings = replace(settings_of(CONFIG), software="1.5.0")
    return replace(state, person=TECHNICIAN, people=who, settings=settings)


def operator() -> StationState:
    """Somebody who may look."""
    state = technician()
    first = signed_in()
    people = replace(first.people, holders=state.people.holders)
    return replace(state, person=first.person, people=people)


def waiting() -> StationState:
    """A change that takes effect at the next start."""
    state = technician()
    key = "device.T-07.url"
    settings = replace(
        state.settings,
        waits=(key,),
        changed=ChangedSetting(key, NEW_URL, NEW_URL, NOW_US),
    )
    return replace(state, settings=settings)


def changed() -> StationState:
    """The theme was changed just now."""
    state = technician()
    done = ChangedSetting("screen.sound", "on", "off", NOW_US)
    return replace(state, settings=replace(state.settings, changed=done))


def with_work(name: str, *, done: int = 0, total: int = 0, since_s: int = 14) -> StationState:
    """Long work that goes on."""
    work = Work(name, NOW_US - since_s * 1_000_000, done, total)
    return replace(technician(), works=(work,))


def ended(name: str, ending: Ending) -> StationState:
    """Long work that is over."""
    work = Work(name, NOW_US, ending=ending, ended_us=NOW_US)
    return replace(technician(), works=(work,))


def trial(ending: Ending | None) -> StationState:
    """A device's new address was tried."""
    work = Work(TRIAL, NOW_US, about=NEW_URL, ending=ending, ended_us=NOW_US if ending else None)
    return replace(technician(), works=(work,))


def places() -> StationState:
    """A stick and the station's own folder."""
    stick = Place("SHIFT-2", "/media/kiosk/SHIFT-2", 14_200_000_000, is_removable=True)
    own = Place("out", "/var/lib/asbuilt/out", 201_000_000_000, is_removable=False)
    return replace(technician(), places=(stick, own))


ANSWERS = Ending(
    "trial.answers",
    is_ok=True,
    lines=("link: 4 ms", "controller: PF6000, firmware 3.4.1", "programs: 1, 2, 17"),
)
SILENT = Ending("trial.silent", is_ok=False, facts={"seconds": "8"})
CHECKED = Ending("work.checked", is_ok=True, facts={"count": "48211"})
BAD = Ending(
    "work.checked_bad",
    is_ok=False,
    facts={"count": "48211"},
    lines=("blob 3f2a… of event 4711 (epoch 1) is missing or damaged",),
)
