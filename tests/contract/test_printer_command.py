"""``asbuilt device simulate printer`` and ``device check`` of it, as commands of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.cli import main
from app.domain.labels import Label
from app.ports.devices import PrintJob
from tests.helpers.printers import zpl_printer

LABEL = Label(kind="unit", lines=("SN 0231",))


class Simulated:
    """The simulator's process; ``url`` is where it listens."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.url = str(self.heard("listening")["url"])

    def tell(self, **command: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()

    def heard(self, event: str) -> dict[str, object]:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            said: dict[str, object] = json.loads(line)
            if said["event"] == event:
                return said
        message = f"it ended without {event!r}"
        raise AssertionError(message)


@contextmanager
def simulated() -> Iterator[Simulated]:
    command = [sys.executable, "-m", "app.cli", "device", "simulate", "printer", "--manual"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        yield Simulated(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(10) == 0


async def test_the_simulated_printer_prints_and_is_in_trouble_when_told() -> None:
    with simulated() as printer:
        result = await zpl_printer(printer.url).print(PrintJob("job-1", LABEL))
        assert result.is_confirmed
        assert printer.heard("printed")["lines"] == ["SN 0231"]
        printer.tell(do="head_open")
        printer.tell(do="labels")
        assert printer.heard("labels")["labels"] == [["SN 0231"]]
        result = await zpl_printer(printer.url).print(PrintJob("job-2", LABEL))
        assert result.code == "printer.head_open"
        printer.tell(do="toaster")
        assert "no 'toaster' here" in str(printer.heard("error")["detail"])


def test_checking_a_printer_says_who_it_is_and_how_it_stands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with simulated() as printer:
        assert main(["device", "check", printer.url, "--json"]) == 0
        identity, status = map(json.loads, capsys.readouterr().out.splitlines())
        assert identity["printer"].startswith("ZD421")
        assert (status["topic"], status["works"]) == ("status", True)
        printer.tell(do="paper_out")
        printer.tell(do="labels")
        printer.heard("labels")
        assert main(["device", "check", printer.url]) == 1
        assert "labels are used up" in capsys.readouterr().out


def test_what_cannot_be_checked_or_listened_to_is_one_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["device", "listen", "printer://127.0.0.1:9"]) == 2
    assert "sends no readings" in capsys.readouterr().err
    assert main(["device", "listen", "camera:///dev/video0"]) == 2
    assert main(["device", "check", "printer://127.0.0.1?profile=epl"]) == 2
    assert main(["device", "check", "printer:///dev/usb/lp77"]) == 1
    assert "not plugged in or switched off" in capsys.readouterr().err
    assert main(["device", "check", "camera:///dev/video77"]) == 1
    assert "not plugged in" in capsys.readouterr().err
