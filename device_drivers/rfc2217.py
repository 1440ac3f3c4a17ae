"""RFC 2217 with device servers that do not acknowledge everything.

Servers without modem lines (on a virtual port, or saving on them) leave questions about those
lines unanswered.  Nothing we do depends on them, so they do not keep a port from opening.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serialx.platforms.serial_rfc2217 import RFC2217SerialTransport
from serialx.platforms.serial_rfc2217.types import (
    SetControlCmd,
    SetLinestateMaskCmd,
    SetModemstateMaskCmd,
)

if TYPE_CHECKING:
    from serialx.platforms.serial_rfc2217.types import Rfc2217Command

_UNNEEDED = (SetControlCmd, SetLinestateMaskCmd, SetModemstateMaskCmd)


class PatientRfc2217(RFC2217SerialTransport):
    """Waits for baud rate and frame to be acknowledged, and for nothing else."""

    async def _send_and_wait(self, cmd: Rfc2217Command) -> Rfc2217Command:
        if isinstance(cmd, _UNNEEDED):
            self._send_command(cmd)
            return cmd
        return await super()._send_and_wait(cmd)
