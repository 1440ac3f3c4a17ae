"""``asbuilt label``: a code for scanners as a picture, a PDF page or a label printer's format."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.scan import unescape
from app.domain.errors import InvalidInput
from app.domain.labels import SymbolKind, code_label

if TYPE_CHECKING:
    from app.domain.labels import Symbol
    from device_drivers.printer.url import Paper

OK = 0
DPI = (203, 300, 600)
_SIZE = re.compile(r"(\d{1,3})x(\d{1,3})", re.ASCII)
_FONT = "NotoSansSC-Regular.ttf"
_DESCRIPTION = r"""Write one code.  Each is read back before it is written.

GS1 content is given as printed under codes, '(01)09506000134352(10)A7', or as scanners send it,
with the separator typed as \x1d, <GS>, {GS} or ^].  The brackets never go into the code.  Any
other text, and a GS1 Digital Link address, goes into datamatrix or qr as it is; what has neither
brackets, separator nor a GTIN in front is meant as GS1 with ]d2 or ]Q3 before it.

FILE.png is the code alone in its true size; FILE.pdf a page, FILE.zpl a label, with the content
in letters beside it, as large as they need to be or of --size.
"""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``label`` to the command line."""
    label = commands.add_parser("label", help="write a code for scanners")
    actions = label.add_subparsers(dest="action", required=True, metavar="ACTION")
    write = actions.add_parser(
        "write",
        help="write one code to a file",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    write.add_argument("--kind", required=True, choices=[kind.value for kind in SymbolKind])
    write.add_argument("--data", required=True, metavar="TEXT")
    write.add_argument("--out", required=True, type=Path, metavar="FILE.png|.pdf|.zpl")
    write.add_argument("--size", metavar="WxH", help="of the label in mm, such as 60x40")
    write.add_argument(
        "--dpi", type=int, choices=DPI, default=DPI[0], help="of the print head (%(default)s)"
    )
    write.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the code.

    Raises:
        InvalidInput: the code cannot be written, or not to that file.
    """
    from app.scanning.writing import symbol_of

    symbol = symbol_of(SymbolKind(args.kind), unescape(args.data))
    try:
        args.out.write_bytes(_drawn(symbol, args))
    except OSError as error:
        message = f"{args.out}: cannot be written ({error.strerror}). Name another --out."
        raise InvalidInput(message) from error
    print(args.out)
    return OK


def _drawn(symbol: Symbol, args: argparse.Namespace) -> bytes:
    from device_drivers.printer.layout import paper_for
    from device_drivers.printer.page import pdf_of
    from device_drivers.printer.picture import png_of
    from device_drivers.printer.zpl import zpl_of
    from ui.theme.files import RESOURCES

    label = code_label(symbol)
    match args.out.suffix.lower():
        case ".png" if args.size is None:
            return png_of(symbol, args.dpi)
        case ".png":
            message = "A picture is the code alone: leave --size out, or write .pdf or .zpl."
            raise InvalidInput(message)
        case ".pdf":
            paper = _paper(args.size) or paper_for(label, args.dpi)
            return pdf_of(label, paper, RESOURCES / "fonts" / _FONT, args.dpi)
        case ".zpl":
            return zpl_of(label, _paper(args.size) or paper_for(label, args.dpi), args.dpi)
        case _:
            message = f"{args.out}: a code is written as .png, .pdf or .zpl; name such a file."
            raise InvalidInput(message)


def _paper(size: str | None) -> Paper | None:
    from device_drivers.printer.url import Paper

    if size is None:
        return None
    found = _SIZE.fullmatch(size)
    if found is None:
        message = f"--size {size}: expected width and height in mm, such as 60x40."
        raise InvalidInput(message)
    return Paper(int(found[1]), int(found[2]))
