"""``asbuilt memory``: history into the plant's decision memory and out of it, and questions to it.

Files are read here, row by row, so that what is wrong is named with its row before anything is
sent; the server gets JSON lines, a part after the other.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import msgspec

from app.commands.plant import ask_plant, post_plant
from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from memory.import_mapping import ColumnMapping
    from memory.import_rows import Imported, RowError
    from memory.records import Case

OK, FAILED = 0, 1
#: What a request carries at most: so many cases, so many bytes.
PART_CASES, PART_BYTES = 5_000, 15_000_000

_IMPORT_HELP = """Puts a history into the memory of the plant: what it was like, what was done,
what came of it.

FILE is JSON lines, CSV or a spreadsheet (.xlsx). A line of JSON is {"id", "text", "at",
"context": {"station": ...}, "response", "outcome"}; text and at are needed. In a table the columns
are named like that (context.station), or a mapping says which is which:
{"columns": {"Beschreibung": "text", "Datum": "at", "Anlage": "context.station"},
"at_format": "%d.%m.%Y", "zone": "Europe/Berlin", "outcomes": {"ok": "held"}}.
Columns that name people are left out. Imported again, a case is replaced.
"""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``memory`` with its verbs."""
    from argparse import RawDescriptionHelpFormatter

    parser = commands.add_parser("memory", help="the plant's decision memory")
    verbs = parser.add_subparsers(dest="verb", required=True)
    imports = verbs.add_parser(
        "import",
        help="a history from JSON lines, CSV or .xlsx",
        description=_IMPORT_HELP,
        formatter_class=RawDescriptionHelpFormatter,
    )
    imports.add_argument("file", type=Path, metavar="FILE")
    imports.add_argument("--server", required=True, metavar="URL")
    imports.add_argument(
        "--mapping", type=Path, metavar="FILE", help="which column is what (JSON)"
    )
    imports.add_argument(
        "--glossary", type=Path, metavar="FILE", help="two columns: short word, word"
    )
    imports.set_defaults(run=run_import)
    search = verbs.add_parser("search", help="like cases, one a line")
    search.add_argument("text", metavar="TEXT")
    search.add_argument("--server", required=True, metavar="URL")
    search.add_argument("--limit", type=int, default=10, metavar="N")
    search.add_argument(
        "--context", nargs="+", default=[], metavar="KEY=VALUE", help="decides between equals"
    )
    search.set_defaults(run=run_search)
    suggest = verbs.add_parser("suggest", help="what was done in like cases")
    suggest.add_argument("--situation", type=Path, required=True, metavar="FILE")
    suggest.add_argument("--server", required=True, metavar="URL")
    suggest.set_defaults(run=run_suggest)
    export = verbs.add_parser("export", help="every case, as JSON lines that import to the same")
    export.add_argument("--server", required=True, metavar="URL")
    export.add_argument("--out", type=Path, metavar="FILE")
    export.set_defaults(run=run_export)


def run_import(args: argparse.Namespace) -> int:
    """Send what can be read; 1 when a row was none.

    Raises:
        InvalidInput: a file cannot be read, or nothing in it is a case.
        PlantFault: the server is away, or refused.
    """
    glossary = None if args.glossary is None else _glossary(args.glossary)
    imported = _read_history(args.file, _mapping(args.mapping))
    if not imported.cases:
        _name(args.file, imported.errors)
        message = f"{args.file}: none of its {imported.rows} rows is a case; nothing was imported"
        raise InvalidInput(message)
    counts = dict.fromkeys(("told", "unchanged", "own"), 0)
    for part in _parts(imported.cases):
        reply = post_plant(args.server, "/v1/memory/import", part)
        done = msgspec.json.decode(reply.content)
        counts = {name: counts[name] + done[name] for name in counts}
    if glossary is not None:
        post_plant(args.server, "/v1/memory/glossary", glossary)
    _name(args.file, imported.errors)
    said = {"rows": imported.rows, **counts, "bad_rows": imported.bad_rows}
    print(msgspec.json.encode({**said, "ignored": imported.ignored}).decode())
    return FAILED if imported.bad_rows else OK


def run_search(args: argparse.Namespace) -> int:
    """Print the best cases, one JSON object a line."""
    if args.limit < 1:
        message = f"--limit {args.limit}: must be 1 or more"
        raise InvalidInput(message)
    for pair in args.context:
        if not pair.partition("=")[0] or "=" not in pair:
            message = f"--context {pair}: expected KEY=VALUE, like station=ST-040"
            raise InvalidInput(message)
    asked = urlencode(
        [("q", args.text), ("limit", args.limit), *(("context", pair) for pair in args.context)]
    )
    reply = ask_plant(args.server, f"/v1/memory/search?{asked}")
    for hit in msgspec.json.decode(reply.content)["hits"]:
        line = {"id": hit["id"], "score": hit["score"], "why": hit["why"]}
        print(msgspec.json.encode(line).decode())
    return OK


def run_suggest(args: argparse.Namespace) -> int:
    """Print what a card would show for the situation, as one JSON object."""
    content = _content(args.situation)
    try:
        msgspec.json.decode(content, type=dict[str, object])
    except msgspec.DecodeError as error:
        message = (
            f"{args.situation}: is no JSON object ({error}); write "
            '{"text": "torque low", "context": {"station": "ST-040"}}'
        )
        raise InvalidInput(message) from error
    reply = post_plant(args.server, "/v1/memory/suggest", content)
    print(reply.text.strip())
    return OK


def run_export(args: argparse.Namespace) -> int:
    """Write every case, one a line."""
    content = ask_plant(args.server, "/v1/memory/export").content
    if args.out is None:
        sys.stdout.write(content.decode())
        return OK
    try:
        args.out.write_bytes(content)
    except OSError as error:
        message = f"{args.out}: cannot be written ({error.strerror})"
        raise InvalidInput(message) from error
    return OK


def _read_history(path: Path, mapping: ColumnMapping | None) -> Imported:
    from memory.import_mapping import MappingError
    from memory.import_rows import ImportFileError
    from memory.importing import read_csv, read_json_lines

    content = _content(path)
    try:
        if path.suffix.lower() == ".xlsx":
            from memory.import_xlsx import read_xlsx

            return read_xlsx(content, mapping)
        if path.suffix.lower() in {".csv", ".tsv", ".txt"} or mapping is not None:
            return read_csv(content, mapping)
        return read_json_lines(content)
    except (ImportFileError, MappingError) as error:
        message = f"{path}: {error}"
        raise InvalidInput(message) from error


def _mapping(path: Path | None) -> ColumnMapping | None:
    from memory.import_mapping import ColumnMapping

    if path is None:
        return None
    try:
        return msgspec.json.decode(_content(path), type=ColumnMapping)
    except msgspec.DecodeError as error:
        message = f'{path}: is no mapping ({error}); write {{"columns": {{"Text": "text"}}}}'
        raise InvalidInput(message) from error


def _glossary(path: Path) -> bytes:
    """The file as it is; read first, so that nothing is sent where a line of it is no pair."""
    from memory.glossary import GlossaryFileError, read_glossary

    content = _content(path)
    try:
        read_glossary(content.decode())
    except UnicodeDecodeError as error:
        message = f"{path}: is not UTF-8; save it as such. Nothing was imported"
        raise InvalidInput(message) from error
    except GlossaryFileError as error:
        message = f"{path}: {error}. Nothing was imported"
        raise InvalidInput(message) from error
    return content


def _parts(cases: Sequence[Case]) -> Iterator[bytes]:
    """JSON lines, as much of them as a request carries."""
    from memory.importing import write_json_lines

    part: list[bytes] = []
    size = 0
    for line in write_json_lines(cases):
        if part and (len(part) == PART_CASES or size + len(line) > PART_BYTES):
            yield b"".join(part)
            part, size = [], 0
        part.append(line)
        size += len(line)
    yield b"".join(part)


def _name(path: Path, errors: Sequence[RowError]) -> None:
    for error in errors:
        sys.stderr.write(f"{path}: row {error.row}, {error.column}: {error.message}\n")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror})."
        raise InvalidInput(message) from error
