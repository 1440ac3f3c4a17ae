"""History comes in from a file somebody chose, with a look at it before, and goes out again."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from msgspec import Struct
from starlette.responses import StreamingResponse

from memory.import_mapping import CONTEXT, ColumnMapping, MappingError, own_columns
from memory.import_rows import Imported, ImportFileError
from memory.import_xlsx import read_xlsx, sheet_columns
from memory.importing import decoded, read_csv, read_json_lines, write_json_lines
from memory.records import Case, Outcome
from server.memory.importing import MOST_BYTES, exported, import_cases
from server.problems import Problem, invalid
from server.web.memory_pages import FACETS, show
from server.web.site import Page

if TYPE_CHECKING:
    from starlette.responses import Response

    from server.memory.importing import ImportDone
    from server.web.site import Visit
    from server.web.uploads import Upload

IMPORTERS = frozenset({"administrator", "engineer"})
_REFUSED = 400
_SHOWN = 5
_MOST_COLUMNS = 100
_LINES = "application/x-ndjson"
#: What a column can be; nothing: it is left out.
_TARGETS = (
    "text", "at", "id", "kind", "key", "constraint", "response", "tradeoffs", "outcome",
    *(f"{CONTEXT}{kind}" for kind in (*FACETS, "revision", "family", "line", "order")),
)  # fmt: skip
#: What people call their columns.
_USUAL = {
    "description": "text", "title": "text", "problem": "text", "beschreibung": "text",
    "date": "at", "time": "at", "timestamp": "at", "datum": "at", "reported": "at",
    "number": "id", "case": "id", "cause": "constraint", "reason": "constraint",
    "action": "response", "measure": "response", "result": "outcome", "machine": "context.station",
    **{kind: f"{CONTEXT}{kind}" for kind in FACETS},
}  # fmt: skip


class Column(Struct, frozen=True, kw_only=True):
    """A column of the file, and what it is taken for."""

    name: str
    target: str


class Preview(Struct, frozen=True, kw_only=True):
    """What a file would bring: nothing is kept yet."""

    columns: tuple[Column, ...] = ()
    read: Imported | None = None
    cases: tuple[Case, ...] = ()
    wrong: str = ""


def _import(visit: Visit) -> Response:
    return _drawn(visit)


def _drawn(
    visit: Visit,
    *,
    preview: Preview | None = None,
    done: ImportDone | None = None,
    wrong: str = "",
    status: int = 200,
) -> Response:
    zone = visit.plant.settings.timezone or "UTC"
    return show(
        visit,
        "memory_import.html",
        tab="import",
        status=status,
        preview=preview,
        done=done,
        targets=_TARGETS,
        said=wrong,
        typed={
            "zone": visit.form.get("zone", zone),
            "at_format": visit.form.get("at_format", ""),
            "outcomes": visit.form.get("outcomes", ""),
        },
        most_mb=MOST_BYTES // 1_000_000,
    )


def _sent(visit: Visit) -> Response:
    """Look at the file, or keep what it says; a bad row is named, the others go on."""
    try:
        if visit.upload is None:
            raise invalid(detail="Choose a file first.")
        preview = _previewed(visit, visit.upload)
        if visit.form.get("act") != "import" or preview.read is None:
            return _drawn(visit, preview=preview)
        lines = b"".join(write_json_lines(preview.read.cases))
        done = import_cases(visit.plant.database, lines, now_us=visit.plant.now_us())
    except Problem as problem:
        return _drawn(visit, wrong=problem.detail, status=max(problem.status, _REFUSED))
    if done.told:
        visit.plant.published()
    return _drawn(visit, preview=preview, done=done)


def _previewed(visit: Visit, upload: Upload) -> Preview:
    """What can be said of the file, with what is wrong with it or its mapping."""
    columns: tuple[Column, ...] = ()
    try:
        names = _columns_of(upload)
        columns = tuple(_column(visit, number, name, names) for number, name in enumerate(names))
        read = _read(visit, upload, columns)
    except (ImportFileError, MappingError) as error:
        return Preview(columns=columns, wrong=f"{str(error)[:1].upper()}{str(error)[1:]}.")
    return Preview(columns=columns, read=read, cases=read.cases[:_SHOWN])


def _read(visit: Visit, upload: Upload, columns: tuple[Column, ...]) -> Imported:
    if _is_lines(upload):
        return read_json_lines(upload.content)
    mapping = ColumnMapping(
        columns={one.name: one.target for one in columns if one.target},
        outcomes=_outcomes(visit.form.get("outcomes", "")),
        at_format=visit.form.get("at_format", "").strip() or None,
        zone=visit.form.get("zone", "").strip() or "UTC",
    )
    if _is_sheet(upload):
        return read_xlsx(upload.content, mapping)
    return read_csv(upload.content, mapping)


def _outcomes(text: str) -> dict[str, Outcome]:
    """Pairs of "their word = ours"."""
    found: dict[str, Outcome] = {}
    for pair in filter(None, map(str.strip, text.split(","))):
        theirs, mark, ours = (part.strip() for part in pair.partition("="))
        if not (theirs and mark and ours in set(Outcome)):
            message = f'"{pair}" says no outcome; write their word = one of {", ".join(Outcome)}'
            raise MappingError(message)
        found[theirs] = Outcome(ours)
    return found


def _columns_of(upload: Upload) -> list[str]:
    """Of JSON lines none: they say themselves what is what."""
    if _is_lines(upload):
        return []
    names = sheet_columns(upload.content) if _is_sheet(upload) else _csv_columns(upload.content)
    return list(dict.fromkeys(filter(None, names)))[:_MOST_COLUMNS]


def _csv_columns(content: bytes) -> list[str]:
    first, _, _ = decoded(content).partition("\n")
    mark = max(";\t,", key=first.count)
    try:
        return next(csv.reader(io.StringIO(first), delimiter=mark), [])
    except csv.Error as error:
        message = f"line 1 is no CSV ({error})"
        raise ImportFileError(message) from error


def _column(visit: Visit, number: int, name: str, names: list[str]) -> Column:
    """As somebody chose; before that as it is called, if that says it."""
    chosen = visit.form.get(f"column.{number}")
    if chosen is not None and visit.form.get(f"name.{number}") == name:
        return Column(name=name, target=chosen if chosen in _TARGETS else "")
    own, _ = own_columns(names)
    target = own.get(name) or _USUAL.get(name.strip().casefold(), "")
    return Column(name=name, target=target if target in _TARGETS else "")


def _is_sheet(upload: Upload) -> bool:
    return upload.content.startswith(b"PK")


def _is_lines(upload: Upload) -> bool:
    return upload.content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")


def _export(visit: Visit) -> Response:
    """Every case as JSON lines, which import to the same cases elsewhere."""
    headers = {
        "Content-Disposition": 'attachment; filename="memory.jsonl"',
        "Cache-Control": "no-store",
    }
    lines = exported(visit.plant.memory.cases())
    return StreamingResponse(lines, media_type=_LINES, headers=headers)


IMPORT = Page(
    "/memory/import",
    _import,
    key="memory",
    submit=_sent,
    roles=IMPORTERS,
    most_bytes=MOST_BYTES + 100_000,
)
EXPORT = Page("/memory/export.jsonl", _export, key="memory")
