"""Who the station is to the server: its signing key, and what enrolment said.

Both are small files beside the configuration; the key's is readable by its owner only.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from nacl.signing import SigningKey

from app.domain.envelope import head_message
from app.domain.errors import EnvironmentFault, InvalidInput
from app.durable import sync_folder, write_whole
from sync.wire import TOKEN_TAG

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEED_BYTES = 32
_OTHERS = 0o077
_OURS_ALONE = 0o600


class Enrolment(Struct, frozen=True, kw_only=True):
    """Where the station is enrolled, and as what."""

    server_url: str
    station: str
    epoch: int
    plant: str
    plant_key: str


class Identity:
    """Signs for the station.  The key itself never leaves this object."""

    def __init__(self, station: str, seed: bytes) -> None:
        self.station = station
        self._key = SigningKey(seed)
        self.public_key = self._key.verify_key.encode().hex()

    def sign_head(self, epoch: int, seq: int, hash_hex: str) -> str:
        """The signature (hex) that goes with a push."""
        return self._sign(head_message(self.station, epoch, seq, hash_hex))

    def sign_challenge(self, nonce: str) -> str:
        """The answer (hex) to the server's challenge."""
        return self._sign(TOKEN_TAG + nonce.encode())

    def _sign(self, message: bytes) -> str:
        return self._key.sign(message).signature.hex()


def load_or_create_identity(
    path: Path, station: str, random_bytes: Callable[[int], bytes]
) -> Identity:
    """The station's key from ``path``, made there (mode 0600) the first time.

    Raises:
        InvalidInput: the file is no key, or others may read it.
        EnvironmentFault: it cannot be read or written.
    """
    try:
        if not path.exists():
            _create_once(path, random_bytes(SEED_BYTES).hex().encode())
    except OSError as error:
        msg = f"{path}: the station's key cannot be written: {error.strerror}"
        raise EnvironmentFault(msg) from error
    return Identity(station, _read_seed(path))


def load_enrolment(path: Path) -> Enrolment | None:
    """What enrolment said, None before it.

    Raises:
        InvalidInput: the file is damaged.
        EnvironmentFault: it cannot be read.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Enrolment)
    except FileNotFoundError:
        return None
    except OSError as error:
        msg = f"{path}: the enrolment cannot be read: {error.strerror}"
        raise EnvironmentFault(msg) from error
    except msgspec.MsgspecError as error:
        msg = f"{path}: the enrolment is damaged ({error}); enrol the station again"
        raise InvalidInput(msg) from error


def save_enrolment(path: Path, enrolment: Enrolment) -> None:
    """Keep it, replacing what was there.

    Raises:
        EnvironmentFault: it cannot be written.
    """
    content = msgspec.json.encode(enrolment)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, lambda file: file.write(content), mode=_OURS_ALONE)
        sync_folder(path.parent)
    except OSError as error:
        msg = f"{path}: the enrolment cannot be written: {error.strerror}"
        raise EnvironmentFault(msg) from error


def _create_once(path: Path, content: bytes) -> None:
    """Whole or not at all; what another process made meanwhile stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f"{path.name}.{os.getpid()}.new")
    write_whole(made, lambda file: file.write(content), mode=_OURS_ALONE)
    try:
        with suppress(FileExistsError):
            os.link(made, path)
        sync_folder(path.parent)
    finally:
        made.unlink()


def _read_seed(path: Path) -> bytes:
    try:
        mode, text = path.stat().st_mode, path.read_text(encoding="ascii")
    except (OSError, ValueError) as error:
        msg = f"{path}: the station's key cannot be read: {error}"
        raise EnvironmentFault(msg) from error
    if os.name == "posix" and mode & _OTHERS:
        msg = f"{path}: others may read the station's key: chmod 600 it, or enrol with a new one"
        raise InvalidInput(msg)
    try:
        seed = bytes.fromhex(text)
    except ValueError:
        seed = b""
    if len(seed) != SEED_BYTES:
        msg = f"{path}: this is no station key; move it away and enrol the station again"
        raise InvalidInput(msg)
    return seed
