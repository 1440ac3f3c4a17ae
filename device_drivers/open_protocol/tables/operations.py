"""Variable fields: operation results with their objects, and traces."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.layout import Layout, plain, records, text
from device_drivers.open_protocol.tables.kinds import NOTHING, N, T

if TYPE_CHECKING:
    from collections.abc import Mapping

#: One variable field: a parameter's number, how its value is meant, and the value as text.
PARAMETER = plain(
    ("pid", T, 5),
    ("length", N, 3),
    ("type", N, 2),
    ("unit", N, 3),
    ("step", N, 4),
    text("value", "length"),
)
#: How far the samples from one index to another are apart in time.
RESOLUTION = plain(
    ("first", N, 5),
    ("last", N, 5),
    ("length", N, 3),
    ("type", N, 2),
    ("unit", N, 3),
    text("value", "length"),
)

_RESULT = (("result_id", T, 10), ("time", T, 19))
_OBJECT = (("object_id", N, 4), ("object_type", N, 1), ("reference_object", N, 4))
_PARAMETERS = records("parameters", PARAMETER, 3)
_TRANSDUCER = (("transducer", T, 2), ("unit", N, 3))
_TRACE_PARAMETERS = records("trace_parameters", PARAMETER, 3)
_SAMPLES = (records("resolutions", RESOLUTION, 3), ("samples", N, 5))
_REQUESTED = ("requested_mid", N, 4)
_OF = (("messages", N, 3), ("message", N, 3), ("result_id", N, 10))

LAYOUTS: Mapping[tuple[int, int], Layout] = MappingProxyType(
    {
        # After the head come a NUL and the samples, two bytes each.
        (900, 1): plain(
            *_RESULT, _PARAMETERS, ("kind", N, 2), *_TRANSDUCER, _TRACE_PARAMETERS, *_SAMPLES
        ),
        (900, 2): plain(
            *_RESULT,
            _PARAMETERS,
            ("kind", N, 2),
            *_TRANSDUCER,
            _REQUESTED,
            _TRACE_PARAMETERS,
            *_SAMPLES,
        ),
        (900, 3): plain(
            *_RESULT,
            *_OBJECT,
            _PARAMETERS,
            ("kind", N, 2),
            ("traces", N, 2),
            *_TRANSDUCER,
            _REQUESTED,
            _TRACE_PARAMETERS,
            *_SAMPLES,
        ),
        (901, 1): plain(*_RESULT, _PARAMETERS),
        (901, 2): plain(
            *_RESULT,
            ("parameter_count", N, 3),
            _REQUESTED,
            records("parameters", PARAMETER, "parameter_count"),
        ),
        (901, 3): plain(
            *_RESULT,
            ("parameter_count", N, 3),
            _REQUESTED,
            *_OBJECT,
            ("kind", N, 2),
            records("parameters", PARAMETER, "parameter_count"),
        ),
        (1201, 1): plain(
            *_OF,
            ("time", T, 19),
            ("status", N, 1),
            ("operation", N, 2),
            records("objects", plain(("object_id", N, 4), ("object_status", N, 1)), 3),
            _PARAMETERS,
        ),
        (1202, 1): plain(*_OF, ("object_id", N, 4), _PARAMETERS),
        (1202, 2): plain(*_OF, ("object_id", N, 4), ("node_guid", T, 36), _PARAMETERS),
        (1203, 1): NOTHING,
    }
)
