"""ISA-95 as B2MML: the names both directions share.

B2MML is used courtesy of MESA International.
"""

from __future__ import annotations

NAMESPACE = "http://www.mesa.org/xml/B2MML"

#: What we read.  The release before knows no OperationsSegmentID and no ID of a
#: MaterialRequirement: neither is needed to read an order.
READ_NAMESPACES = (NAMESPACE, "http://www.mesa.org/xml/B2MML-V0600")

RELEASE = "V0700"

CONSUMED = "Consumed"
PRODUCED = "Produced"
