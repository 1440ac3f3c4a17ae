"""The configuration file of the demonstration's station."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.plant import StationInfo

CONFIG = """\
# The demonstration station.
[station]
id = "{station}"
name = "{name}"
line = "{line}"
data = "."
skills = {skills}

[server]
url = "{server}"

[screen]
theme = "light"
px_per_mm = 4.02
full_screen = false
sound = {sound}

[[device]]
name = "T-07"
kind = "tool"
url = "openprotocol://127.0.0.1:{tool}"

[[device]]
name = "G-12"
kind = "gauge"
url = "serial://{devices}/gauge?profile=mitutoyo&unit=mm"

[[device]]
name = "S-01"
kind = "scanner"
url = "serial://{devices}/scanner?profile=scanner"

[[device]]
name = "M-01"
kind = "machine"
url = "opc.tcp://127.0.0.1:{machine}"

[[shift]]
name = "Early"
start = 06:00:00

[[shift]]
name = "Late"
start = 14:00:00

[[shift]]
name = "Night"
start = 22:00:00
"""


def station_config(
    station: StationInfo,
    *,
    server: str,
    devices: Path,
    tool_port: int,
    machine_port: int,
    has_sound: bool,
) -> str:
    """TOML for ``station``, with the serial devices in the folder ``devices``."""
    return CONFIG.format(
        station=station.station,
        name=station.name,
        line=station.line,
        skills=list(station.skills),
        server=server,
        devices=devices,
        tool=tool_port,
        machine=machine_port,
        sound=str(has_sound).lower(),
    ).replace("'", '"')
