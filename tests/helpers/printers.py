"""Label printers to print on: the simulator on TCP and on a pseudo-terminal, and a scripted lp.

The ``lp`` and ``lpstat`` here are programs of ours that answer as CUPS 2.4 does: the outside peer
is played, not real.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import tty
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from app.ports.devices import OnStatus
from device_drivers.printer.simulator import PrinterMechanics, PrinterSimulator, take_pieces
from device_drivers.printer.spooled_printer import SpooledPrinter
from device_drivers.printer.spooler import Spooler
from device_drivers.printer.url import parse_printer_url
from device_drivers.printer.zpl_printer import Patience, ZplPrinter
from device_drivers.supervisor import BackOff

FONT = Path(__file__).parents[2] / "resources/fonts/Inter-Medium.ttf"
QUICK = Patience(answer_s=0.5, label_s=0.5, look_s=0.01, idle_s=0.01)


def zpl_printer(
    url: str,
    *,
    on_status: OnStatus | None = None,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> ZplPrinter:
    return ZplPrinter(
        device="P-1",
        place=parse_printer_url(url),
        back_off=BackOff(rng=lambda: 0.5, base_s=0.01, cap_s=0.05),
        on_status=on_status,
        patience=QUICK,
        sleep=sleep,
    )


@asynccontextmanager
async def printer_on_tcp() -> AsyncIterator[tuple[PrinterSimulator, str]]:
    simulator = PrinterSimulator(emit=lambda _event: None)
    port = await simulator.listen()
    try:
        yield simulator, f"printer://127.0.0.1:{port}?profile=zpl"
    finally:
        await simulator.close()


class UsbPrinter(PrinterMechanics):
    """A printer whose cable can be pulled."""

    def __init__(self, master: int) -> None:
        super().__init__(lambda _label: None)
        self._master: int | None = master

    def unplug(self) -> None:
        master, self._master = self._master, None
        if master is not None:
            asyncio.get_running_loop().remove_reader(master)
            os.close(master)


@asynccontextmanager
async def printer_on_pty() -> AsyncIterator[tuple[UsbPrinter, str]]:
    """The same printer behind a character device."""
    master, slave = os.openpty()
    tty.setraw(slave)
    mechanics = UsbPrinter(master)
    buffer = bytearray()
    loop = asyncio.get_running_loop()

    def readable() -> None:
        with contextlib.suppress(OSError):
            buffer.extend(os.read(master, 4096))
        for piece in take_pieces(buffer):
            os.write(master, mechanics.take(piece))

    loop.add_reader(master, readable)
    try:
        yield mechanics, f"printer://{os.ttyname(slave)}?profile=zpl"
    finally:
        os.close(slave)
        mechanics.unplug()


_LP = """
from pathlib import Path
import sys
here = Path({folder!r})
state = (here / "state").read_text()
if {name!r} == "lp":
    if state == "refuse":
        sys.exit("lp: Error - The printer or class does not exist.")
    count = len(list(here.glob("*.pdf"))) + 1
    (here / f"{{count}}.pdf").write_bytes(sys.stdin.buffer.read())
    print(f"request id is Labels-{{count}} (1 file(s))")
elif "-p" in sys.argv:
    if state == "stopped":
        print("printer Labels disabled since Tue 31 Mar 2026 -\\n\\tout of labels")
    else:
        print("printer Labels is idle.  enabled since Tue 31 Mar 2026")
else:
    requests = [p.stem for p in here.glob("*.pdf")]
    is_waiting = "not-completed" in sys.argv
    for number in requests if is_waiting == (state == "held") else []:
        print(f"Labels-{{number}}  asbuilt  1024  Tue 31 Mar 2026")
        if "-l" in sys.argv:
            word = "job-canceled-by-user" if state == "cancelled" else "job-completed-successfully"
            print(f"\\tStatus: \\n\\tAlerts: {{word}}\\n\\tqueued for Labels")
"""


class ScriptedSpooler:
    """A folder with our own ``lp`` and ``lpstat`` in it; ``be`` sets how they answer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("lp", "lpstat"):
            path = folder / name
            body = _LP.format(folder=str(folder), name=name)
            path.write_text(f"#!{sys.executable} -S\n{body}")
            path.chmod(0o755)
        self.be("well")

    def be(self, state: str) -> None:
        (self.folder / "state").write_text(state)

    @property
    def documents(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(self.folder.glob("*.pdf"))]

    def printer(self) -> SpooledPrinter:
        return SpooledPrinter(
            device="P-2",
            place=parse_printer_url("printer+cups://Labels"),
            spooler=self.spooler(),
            font=FONT,
            back_off=BackOff(rng=lambda: 0.5, base_s=0.01, cap_s=0.05),
            patience=QUICK,
        )

    def spooler(self) -> Spooler:
        def find(command: str) -> str | None:
            path = self.folder / command
            return str(path) if path.exists() else None

        return Spooler("Labels", environment={}, find=find)
