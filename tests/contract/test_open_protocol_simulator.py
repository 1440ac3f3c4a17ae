"""The simulated controller as a process of its own, spoken to by hand, byte for byte."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.patience import PATIENT_S

HEADER = 20
STARTED = b"00570002001         010001020103Simulated controller     \0"


class Process:
    """``asbuilt device simulate open-protocol`` with its stdin and stdout."""

    def __init__(self, *words: str) -> None:
        command = [sys.executable, "-m", "app.cli", "device", "simulate", "open-protocol"]
        self.running = subprocess.Popen(
            [*command, "--port", "0", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.port: int = self.until("listening")["port"]

    def until(self, event: str) -> dict[str, Any]:
        """The next event of this name."""
        assert self.running.stdout is not None
        for line in self.running.stdout:
            happened: dict[str, Any] = json.loads(line)
            if happened["event"] == event:
                return happened
        message = f"the simulator ended before {event!r}"
        raise AssertionError(message)

    def tell(self, **command: Any) -> None:
        assert self.running.stdin is not None
        self.running.stdin.write(json.dumps(command) + "\n")
        self.running.stdin.flush()


@contextmanager
def simulator(*words: str) -> Iterator[Process]:
    process = Process(*words)
    try:
        yield process
    finally:
        process.running.terminate()
        process.running.communicate(timeout=PATIENT_S)


@contextmanager
def connected(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENT_S) as wire:
        yield wire


def receive(wire: socket.socket) -> bytes:
    """One telegram with its NUL."""
    received = b""
    while len(received) < HEADER or len(received) < int(received[:4]) + 1:
        piece = wire.recv(1)
        if not piece:
            return received
        received += piece
    return received


def ask(wire: socket.socket, telegram: bytes) -> bytes:
    wire.sendall(telegram)
    return receive(wire)


@pytest.fixture(scope="module")
def manual() -> Iterator[Process]:
    with simulator("--manual") as process:
        yield process


@pytest.mark.parametrize(
    ("telegram", "answer"),
    [
        (b"00207777001         \0", b"00260004001         777799\0"),
        (b"00200060042         \0", b"00260004001         006097\0"),
        (b"00200062001         \0", b"00260004001         006279\0"),
        (b"00230018001         xyz\0", b"00260004001         001879\0"),
    ],
    ids=["unknown MID", "unknown revision", "not started", "not started, and nonsense"],
)
def test_what_cannot_be_answered_is_refused(
    manual: Process, telegram: bytes, answer: bytes
) -> None:
    with connected(manual.port) as wire:
        assert ask(wire, telegram) == answer


def test_garbage_ends_the_connection(manual: Process) -> None:
    with connected(manual.port) as wire:
        wire.sendall(b"GET / HTTP/1.1\r\n\r\n")
        with suppress(ConnectionResetError):
            assert wire.recv(1) == b""


def test_a_second_client_is_turned_away(manual: Process) -> None:
    with connected(manual.port) as first, connected(manual.port) as second:
        assert ask(first, b"00200001001         \0") == STARTED
        assert ask(second, b"00200001001         \0") == b"00260004001         000196\0"
        assert ask(first, b"00200003001         \0") == b"00240005001         0003\0"
        assert receive(first) == b""
    manual.until("disconnected")


def test_a_session_written_by_hand_is_answered_byte_for_byte(manual: Process) -> None:
    with connected(manual.port) as wire:
        assert ask(wire, b"00200001001         \0") == STARTED
        assert ask(wire, b"00200060001         \0") == b"00240005001         0060\0"
        assert ask(wire, b"00200060001         \0") == b"00260004001         006009\0"
        assert ask(wire, b"00209999001         \0") == b"00209999001         \0"
        assert ask(wire, b"00300050001         0418-77231\0") == b"00240005001         0050\0"
        assert ask(wire, b"00230018001         012\0") == b"00240005001         0018\0"
        assert ask(wire, b"00230018001         777\0") == b"00260004001         001802\0"
        assert ask(wire, b"00200043001         \0") == b"00240005001         0043\0"
        manual.tell(do="tighten", torque="25.10", angle=59)
        result = receive(wire)
        assert result.startswith(
            b"02310061001         010001020103Simulated controller     "
            b"040418-77231               0500060120700000800000911011111200235013002650"
            b"14002500150025101600040170008018000001900059"
        )
        assert manual.until("tightened")["torque"] == "25.10"
        wire.sendall(b"00200062001         \0")
        assert manual.until("acknowledged")["result_id"] == "1"
        old = ask(wire, b"00300064001         0000000001\0")
        assert old.startswith(b"01180065001         010000000001020418-77231               03012")
        assert ask(wire, b"00300064001         0000000002\0") == b"00260004001         006415\0"
        assert ask(wire, b"00200042001         \0") == b"00240005001         0042\0"
        manual.tell(do="tighten")
        assert manual.until("refused")["why"] == "tool is locked"
        assert ask(wire, b"00207777001         \0") == b"00260004001         777799\0"
        assert ask(wire, b"00200003001         \0") == b"00240005001         0003\0"


def test_telegrams_in_pieces_and_in_one_piece_are_understood(manual: Process) -> None:
    with connected(manual.port) as wire:
        for byte in b"00200001   \x20        \0":
            wire.sendall(bytes([byte]))
        assert receive(wire) == STARTED
        wire.sendall(b"00209999001         \0" * 3)
        assert [receive(wire) for _ in range(3)] == [b"00209999001         \0"] * 3


def test_a_selection_is_pushed_to_whoever_subscribed(manual: Process) -> None:
    with connected(manual.port) as wire:
        ask(wire, b"00200001001         \0")
        assert ask(wire, b"00200014001         \0") == b"00240005001         0014\0"
        assert receive(wire)[:23] == b"00420015001         012"
        wire.sendall(b"00200016001         \0")
        assert ask(wire, b"00230018001         005\0") == b"00240005001         0018\0"
        assert receive(wire)[:23] == b"00420015001         005"
        wire.sendall(b"00200016001         \0")
        manual.until("selected")


def test_nonsense_on_stdin_is_answered_and_survived(manual: Process) -> None:
    manual.tell(do="dance")
    assert "cannot do 'dance'" in manual.until("error")["detail"]
    manual.tell(do="tighten", torque="much")
    assert '"torque"' in manual.until("error")["detail"]


def test_a_port_that_is_taken_is_one_clear_sentence(manual: Process) -> None:
    command = [sys.executable, "-m", "app.cli", "device", "simulate", "open-protocol"]
    second = subprocess.run(
        [*command, "--port", str(manual.port)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENT_S,
        check=False,
    )
    assert second.returncode == 2
    assert second.stderr.count("\n") == 1
    assert f"Port {manual.port}" in second.stderr


def test_left_alone_it_makes_tightenings_that_listen_prints() -> None:
    with simulator() as process:
        command = [sys.executable, "-m", "app.cli", "device", "listen"]
        listening = subprocess.run(
            [*command, f"openprotocol://127.0.0.1:{process.port}", "--count", "2"],
            capture_output=True,
            text=True,
            timeout=PATIENT_S,
            check=True,
        )
    readings = [json.loads(line) for line in listening.stdout.splitlines()]
    assert [reading["result_id"] for reading in readings] == ["1", "2"]
    for reading in readings:
        assert reading["kind"] == "tightening"
        assert reading["epoch"] == 1
        assert reading["backfilled"] is False
        assert reading["quality"] == "good"
        assert reading["received_at"].endswith("Z")
        assert reading["values"][0]["unit"] == "N.m"
        assert reading["values"][0]["judgement"] == "ok"


def test_vendor_faults_and_the_list_of_results_are_asked_for_on_the_command_line(
    tmp_path: Path,
) -> None:
    keep = tmp_path / "results.jsonl"
    words = ["--vendor", "bosch_rexroth", "--keep", str(keep), "--control-port", "0"]
    with simulator("--manual", *words, "--fault", "duplicate_next:every=2") as process:
        control = process.until("control")["port"]
        with connected(process.port) as wire, connected(control) as hand:
            assert ask(wire, b"00200001002         \0") == b"00260004001         000197\0"
            assert receive(wire) == b""
            with connected(process.port) as again:
                assert ask(again, b"00200001001         \0").startswith(b"00570002001")
                assert ask(again, b"00200060001         \0") == b"00240005001         0060\0"
                ids: list[int] = []
                for _ in range(4):
                    if len(ids) != 3:
                        hand.sendall(b'{"do": "tighten"}\n')
                    ids.append(int(receive(again)[-11:-1]))
                    again.sendall(b"00200062001         \0")
        hand_over = [json.loads(line)["result_id"] for line in keep.read_text().splitlines()]
    assert ids == [1, 2, 3, 3]
    assert hand_over == [1, 2, 3]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--vendor", "acme"], "no vendor 'acme'"),
        (["--fault", "dance"], "no fault 'dance'"),
        (["--fault", "cut:how=gently"], "half_open"),
        (["--keep", "/nonexistent/list"], "cannot be written"),
        (["--dial", "nowhere"], "192.168.1.20:4545"),
        (["--tls-cert", "/nonexistent.pem"], "cannot be used"),
    ],
)
def test_a_wrong_word_on_the_command_line_is_one_sentence(
    words: list[str], complaint: str
) -> None:
    command = [sys.executable, "-m", "app.cli", "device", "simulate", "open-protocol"]
    ended = subprocess.run(
        [*command, "--port", "0", *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENT_S,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert complaint in ended.stderr
