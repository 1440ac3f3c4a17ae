"""The line of the demonstration: its calendar, its plan, and the station behind the story's own.

``resources/demo/line.yaml`` says what the plant publishes.  The calendar is put into the time zone
of this machine, so that its shifts are those of whoever watches.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
import yaml
from msgspec import Struct

from app.domain.errors import InvalidInput
from app.domain.flow_documents import LinePlan, StopReasons
from app.domain.instructions import Instruction
from app.domain.planned_time import PlannedTime
from app.domain.plant import Order, Person, StationInfo
from app.domain.shift_calendar import ShiftCalendar

if TYPE_CHECKING:
    from collections.abc import Mapping

LINE = "line.yaml"
#: What is left of the neighbour's order, and how long it has for that.
UNITS_LEFT, DUE_IN = 60, timedelta(minutes=75)
_LOCAL_TIME = Path("/etc/localtime")
_DUE_STEP_S = 300


class DemoLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that is published about the line; ``neighbour`` is the station behind the story's."""

    calendar: ShiftCalendar
    plan: LinePlan
    reasons: StopReasons
    neighbour: StationInfo
    people: tuple[Person, ...]
    order: Order
    instruction: Instruction

    @property
    def planned(self) -> PlannedTime:
        """The calendar in UTC."""
        return PlannedTime(self.calendar, ZoneInfo(self.calendar.zone))

    def documents(self) -> tuple[Struct, ...]:
        """The reference documents but the order."""
        return (*self.people, self.calendar, self.plan, self.reasons, self.neighbour)

    def order_after(self, made: int, *, now_us: int) -> Order:
        """The neighbour's order when so many of its units are made."""
        due_s = now_us / 1e6 + DUE_IN.total_seconds()
        due = datetime.fromtimestamp(due_s // _DUE_STEP_S * _DUE_STEP_S, UTC)
        return msgspec.structs.replace(self.order, quantity=made + UNITS_LEFT, due=due)


def load_line(folder: Path, *, zone: str) -> DemoLine:
    """The line in ``folder`` with its shifts in the time zone of that name.

    Raises:
        InvalidInput: the file is missing or wrong.
    """
    path = folder / LINE
    try:
        content = yaml.safe_load(path.read_text("utf-8"))
        content["calendar"]["zone"] = zone
        return msgspec.convert(content, DemoLine)
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror}); is the program installed completely?"
    except yaml.YAMLError as error:
        msg = f"{path}: not YAML: {error}"
    except (KeyError, TypeError, msgspec.ValidationError) as error:
        msg = f"{path}: {error}"
    raise InvalidInput(msg)


def machine_zone(
    environment: Mapping[str, str] = os.environ, local_time: Path = _LOCAL_TIME
) -> str:
    """The name of this machine's time zone; UTC where it does not say."""
    _, _, linked = str(local_time.resolve()).partition("zoneinfo/")
    for name in (environment.get("TZ", "").lstrip(":"), linked):
        try:
            return ZoneInfo(name).key
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return "UTC"
