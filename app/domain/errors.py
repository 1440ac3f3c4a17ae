"""Every error the product raises on purpose.

The tree answers one question: who can act on it?

* AsbuiltError
  - OperatorError         the operator can put it right at the station
  - EnvironmentFault      a device, disk, network or file failed; maintenance acts
    - DeviceFault
      - DeviceTimeout
      - DeviceOffline
      - DeviceRefused
        - CameraBusy      another program has it
        - PictureDark     the lens is covered
    - StorageFault        the journal cannot promise what it must
    - PlantFault          the server cannot be reached or answered no
  - InvalidInput          a file, argument or configuration value is wrong; its author acts
  - DuplicateResult       nobody: the fact is known already
  - Bug                   our own mistake; report it, never hide it

Errors carry a stable ``code`` and facts, never display text: the screen owns the words.
"""

from __future__ import annotations

import errno
from typing import ClassVar, Literal, TypeAlias


class AsbuiltError(Exception):
    """Base class; catch it only at the edge of a screen, a command or a service loop."""

    code: ClassVar[str] = "error"


class OperatorError(AsbuiltError):
    """Something the operator at the station can put right."""

    code = "operator.error"


class EnvironmentFault(AsbuiltError):
    """The world outside the process failed."""

    code = "environment.fault"


class DeviceFault(EnvironmentFault):
    """A device did not do its part."""

    code = "device.fault"

    def __init__(self, device: str, detail: str) -> None:
        super().__init__(f"{device}: {detail}")
        self.device = device
        self.detail = detail


class DeviceTimeout(DeviceFault):
    """The device did not answer in time."""

    code = "device.timeout"


class DeviceOffline(DeviceFault):
    """The link to the device is down."""

    code = "device.offline"


class DeviceRefused(DeviceFault):
    """The device answered, and the answer was no."""

    code = "device.refused"


class CameraBusy(DeviceRefused):
    """Another program has the camera."""

    code = "camera.busy"


class PictureDark(DeviceRefused):
    """The picture is black or of one colour: the lens is covered, or there is no light."""

    code = "camera.dark"


#: Why storage fails, for whoever has words for it: "not_ours" is the journal of another station,
#: "too_new" one that newer software wrote.
StorageReason: TypeAlias = Literal[
    "full", "read_only", "io", "damaged", "locked_by_other", "not_ours", "too_new"
]


_STORAGE_REASONS: dict[int, StorageReason] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
}


def storage_reason(error: OSError) -> StorageReason:
    """The reason in what the operating system said."""
    return _STORAGE_REASONS.get(error.errno or 0, "io")


class StorageFault(EnvironmentFault):
    """The journal or blob store cannot keep what it was given."""

    code = "storage.fault"

    def __init__(self, message: str, *, reason: StorageReason = "io") -> None:
        super().__init__(message)
        self.reason: StorageReason = reason


class PlantFault(EnvironmentFault):
    """The plant server is away or refused."""

    code = "plant.fault"


class InvalidInput(AsbuiltError):
    """A file, argument or setting is wrong; the message names where and what was expected."""

    code = "input.invalid"


class DuplicateResult(AsbuiltError):
    """A device's result is in the journal already; nothing was lost, nothing to add."""

    code = "journal.duplicate_result"


class Bug(AsbuiltError):
    """An invariant of ours does not hold."""

    code = "bug"
