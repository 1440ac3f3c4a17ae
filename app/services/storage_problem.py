"""A storage fault as the screen needs it: why nothing can be recorded, as a code with facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.refusal import Refusal

if TYPE_CHECKING:
    from app.domain.errors import StorageFault


def storage_problem(fault: StorageFault) -> Refusal:
    """``storage.`` with the fault's reason; ``problem`` is its whole sentence, for maintenance."""
    return Refusal(f"storage.{fault.reason}", {"problem": str(fault)})
