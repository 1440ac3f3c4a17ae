"""How a command ended, in the port's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault, DeviceRefused, DeviceTimeout
from app.ports.devices import CommandResult, Outcome
from device_drivers.open_protocol.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable

CONFIRMED = CommandResult(Outcome.CONFIRMED)


async def concluded(steps: Awaitable[CommandResult | None]) -> CommandResult:
    """Run ``steps``; what they return, or how they failed.  None means confirmed."""
    try:
        return await steps or CONFIRMED
    except Refused as refusal:
        return CommandResult(
            Outcome.REJECTED, f"{refusal.error:02d}", refusal.words, {"mid": f"{refusal.mid:04d}"}
        )
    except DeviceRefused as refusal:
        return CommandResult(Outcome.REJECTED, "answer", refusal.detail)
    except DeviceTimeout as timeout:
        return CommandResult(Outcome.TIMED_OUT, words=timeout.detail)
    except DeviceFault as offline:
        return CommandResult(Outcome.OFFLINE, words=offline.detail)
