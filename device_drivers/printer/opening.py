"""The driver for a printer's URL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from device_drivers.printer.spooled_printer import SpooledPrinter
from device_drivers.printer.spooler import Spooler
from device_drivers.printer.url import PDF, parse_printer_url
from device_drivers.printer.zpl_printer import ZplPrinter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.ports.devices import LabelPrinter, OnStatus
    from device_drivers.supervisor import BackOff


def printer_for(
    device: str,
    url: str,
    *,
    environment: Mapping[str, str],
    font: Path,
    back_off: BackOff,
    on_status: OnStatus | None = None,
) -> LabelPrinter:
    """``environment`` is what the spooler's commands run in, ``font`` what a PDF is set in.

    Raises:
        InvalidInput: the URL cannot be used.
    """
    place = parse_printer_url(url)
    if place.profile == PDF:
        return SpooledPrinter(
            device=device,
            place=place,
            spooler=Spooler(place.queue, environment=environment),
            font=font,
            back_off=back_off,
            on_status=on_status,
        )
    return ZplPrinter(device=device, place=place, back_off=back_off, on_status=on_status)
