"""A camera as the station uses it: looked after all the time, asked for one picture at a time."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from typing import TYPE_CHECKING, TypeVar

from app.domain.errors import CameraBusy, DeviceTimeout
from app.ports.devices import LinkState, Photo
from device_drivers.supervisor import BackOff, StatusLine, supervise

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from app.ports.devices import DeviceStatus, OnStatus
    from device_drivers.camera.sources import PictureSource

T = TypeVar("T")

LOOK_EVERY_S = 2.0
#: A USB camera needs up to 3 s to start and some 40 pictures to settle.
PHOTO_S = 10.0


class StillCamera:
    """Implements :class:`app.ports.devices.Camera`.

    The camera's own calls block, so each runs in a thread; one that hangs is left behind, and no
    second one is begun before it has ended.
    """

    def __init__(
        self,
        *,
        device: str,
        source: PictureSource,
        now: Callable[[], datetime],
        back_off: BackOff,
        on_status: OnStatus | None = None,
        photo_s: float = PHOTO_S,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._source = source
        self._now = now
        self._back_off = back_off
        self._photo_s = photo_s
        self._sleep = sleep
        self._line = StatusLine(device, on_status)
        self._one_at_a_time = asyncio.Lock()
        self._at_work: asyncio.Future[object] | None = None

    @property
    def status(self) -> DeviceStatus:
        return self._line.current

    async def run(self) -> None:
        await supervise(self._serve, line=self._line, back_off=self._back_off)

    async def identify(self) -> str:
        """What it calls itself.

        Raises:
            DeviceFault: it is not there.
        """
        async with self._one_at_a_time:
            return await self._call(self._source.look)

    async def photo(self) -> Photo:
        async with self._one_at_a_time:
            taken = await self._call(self._source.take)
        now = self._now()
        self._line.value_seen(now)
        return Photo(taken.jpeg, taken.width_px, taken.height_px, now)

    async def _serve(self) -> None:
        """See now and then that it is still there."""
        while True:
            identity = await self.identify()
            if self._line.current.identity != identity:
                self._line.identify(identity)
            self._line.move(LinkState.READY)
            await self._sleep(LOOK_EVERY_S)

    async def _call(self, call: Callable[[], T]) -> T:
        if self._at_work is not None and not self._at_work.done():
            detail = "the camera still hangs at an earlier picture; unplug it and plug it in again"
            raise CameraBusy(self.status.device, detail)
        work = _in_thread(call, name=f"camera {self.status.device}")
        self._at_work = work  # type: ignore[assignment]  # a future of anything: only its end counts
        done, _ = await asyncio.wait({work}, timeout=self._photo_s)
        if not done:
            work.add_done_callback(_forget)
            detail = (
                f"no picture within {self._photo_s:g} s; unplug the camera and plug it in again"
            )
            raise DeviceTimeout(self.status.device, detail)
        return work.result()


def _in_thread(call: Callable[[], T], *, name: str) -> asyncio.Future[T]:
    """Run ``call`` in a daemon thread: a camera that hangs must not keep us from ending."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def tell(act: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop was closed meanwhile
            loop.call_soon_threadsafe(lambda: None if future.done() else act())

    def run() -> None:
        try:
            result = call()
        except Exception as error:  # noqa: BLE001 - carried over to whoever waits
            failure = error
            tell(lambda: future.set_exception(failure))
        else:
            tell(lambda: future.set_result(result))

    threading.Thread(target=run, name=name, daemon=True).start()
    return future


def _forget(done: asyncio.Future[T]) -> None:
    """What a picture that came too late says is of no use, and no mistake of ours."""
    if not done.cancelled():
        done.exception()
