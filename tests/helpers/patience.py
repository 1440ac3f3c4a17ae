"""How long a test waits for what must come."""

from __future__ import annotations

#: Nobody waits so long where all is well; a machine many times slower is still in time.
PATIENT_S = 60.0
