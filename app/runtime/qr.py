"""QR codes as rows of modules, for whoever draws them."""

from __future__ import annotations


def qr_rows(text: str) -> tuple[str, ...]:
    """Each row as text, "1" for a dark module; the quiet zone is the drawer's."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    size = range(code.getModuleCount())
    return tuple(
        "".join("1" if code.isDark(row, column) else "0" for column in size) for row in size
    )
