"""What a simulated controller can be told, in words, for people at a terminal."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

from device_drivers.open_protocol.simulator.acts import ACTS
from device_drivers.open_protocol.simulator.fault_acts import FAULTS
from device_drivers.open_protocol.simulator.vendor import vendor_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from device_drivers.open_protocol.simulator.acts import Act

_WIDTH = 96


def control_lines() -> str:
    """Vendors, work and faults of ``open-protocol``."""
    vendors = textwrap.fill(
        ", ".join(vendor_names()), _WIDTH, initial_indent="  ", subsequent_indent="  "
    )
    return "\n".join(
        [
            "vendors of open-protocol (--vendor):",
            vendors,
            "\ncontrol lines of open-protocol, at work:",
            *_lines(ACTS),
            "\nfaults of open-protocol, as control lines or --fault NAME:key=value,every=7:",
            *_lines(FAULTS),
        ]
    )


def _lines(acts: Mapping[str, Act]) -> list[str]:
    lines = []
    for name, act in acts.items():
        lines.append("  " + json.dumps({"do": name, **act.example}))
        lines += textwrap.wrap(
            act.words, _WIDTH, initial_indent="      ", subsequent_indent="      "
        )
    return lines
