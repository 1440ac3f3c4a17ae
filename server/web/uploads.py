"""Forms with a file, as browsers send them (RFC 7578): fields, and one upload."""

from __future__ import annotations

import re
from dataclasses import dataclass

MULTIPART = "multipart/form-data"
_MOST_FIELDS = 200
_LONGEST_FIELD = 10_000
_BOUNDARY = re.compile(r'boundary="?([A-Za-z0-9\'()+_,./:=? -]{1,70})"?')
_NAME = re.compile(r'\bname="([^"]*)"')
_FILE_NAME = re.compile(r'\bfilename="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came; ``name`` is what the sender calls it, which proves nothing."""

    name: str
    content: bytes


def read_multipart(content_type: str, body: bytes) -> tuple[dict[str, str], Upload | None]:
    """The fields of a form and its file; what is no such form has neither."""
    boundary = _BOUNDARY.search(content_type)
    fields: dict[str, str] = {}
    upload: Upload | None = None
    if boundary is None:
        return fields, upload
    mark = b"\r\n--" + boundary[1].strip().encode()
    # Before the first mark and after the last one there is nothing.
    for part in (b"\r\n" + body).split(mark)[1:-1][:_MOST_FIELDS]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        said = head.decode("utf-8", "replace")
        name, file_name = _NAME.search(said), _FILE_NAME.search(said)
        if name is None:
            continue
        if file_name is None:
            fields[name[1]] = content[:_LONGEST_FIELD].decode("utf-8", "replace")
        elif content:
            upload = Upload(file_name[1], content)
    return fields, upload
