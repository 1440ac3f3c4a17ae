"""A printer's device file (/dev/usb/lp0): the same bytes both ways as over TCP."""

from __future__ import annotations

import asyncio
import errno
import os
from typing import TYPE_CHECKING

from app.domain.errors import DeviceOffline
from device_drivers.wiretap import current_tap

if TYPE_CHECKING:
    from device_drivers.transport import OnBytes, OnLost

_WORDS = {
    errno.ENOENT: "it is not plugged in or switched off",
    errno.ENXIO: "it is not plugged in or switched off",
    errno.ENODEV: "it is not plugged in or switched off",
    errno.EACCES: "this user may not use it; add the user to the group lp",
    errno.EBUSY: "another program has it open",
}
_CHUNK = 4096


class DeviceFile:
    """An open wire, as :class:`device_drivers.transport.Transport`; ``on_lost`` when it goes."""

    def __init__(self, path: str, on_bytes: OnBytes, on_lost: OnLost) -> None:
        self._path = path
        self._on_bytes = on_bytes
        self._on_lost = on_lost
        self._loop = asyncio.get_running_loop()
        self._fd: int | None = _open(path)
        self._tap = current_tap()
        self._tap.opened(path)
        self._loop.add_reader(self._fd, self._readable)

    async def write(self, payload: bytes) -> None:
        self._tap.sent(payload)
        rest = memoryview(payload)
        while rest:
            if self._fd is None:
                raise DeviceOffline(self._path, "it is gone")
            try:
                rest = rest[os.write(self._fd, rest) :]
            except BlockingIOError:
                await self._writable(self._fd)
            except OSError as error:
                raise DeviceOffline(self._path, _why(error)) from error

    async def close(self) -> None:
        fd, self._fd = self._fd, None
        if fd is not None:
            self._loop.remove_reader(fd)
            os.close(fd)
            self._tap.ended("we closed it")

    async def _writable(self, fd: int) -> None:
        ready = asyncio.Event()
        self._loop.add_writer(fd, ready.set)
        try:
            await ready.wait()
        finally:
            self._loop.remove_writer(fd)

    def _readable(self) -> None:
        if self._fd is None:
            return
        try:
            payload = os.read(self._fd, _CHUNK)
        except BlockingIOError:
            return
        except OSError as error:
            self._lose(error)
            return
        if payload:
            self._tap.received(payload)
            self._on_bytes(payload)
        else:
            self._lose(None)

    def _lose(self, error: OSError | None) -> None:
        if self._fd is not None:
            self._loop.remove_reader(self._fd)
        self._on_lost(error)


def _open(path: str) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError as error:
        raise DeviceOffline(path, _why(error)) from error


def _why(error: OSError) -> str:
    return _WORDS.get(error.errno or 0, error.strerror or str(error))
