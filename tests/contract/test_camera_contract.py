"""What every camera must do: a picture of now, or one reason why there is none."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import cv2
import pytest
from cv2.typing import MatLike

from app.domain.errors import (
    CameraBusy,
    DeviceOffline,
    DeviceRefused,
    DeviceTimeout,
    InvalidInput,
    PictureDark,
)
from app.ports.devices import DeviceStatus, LinkState
from device_drivers.camera.check import check
from device_drivers.camera.listen import listen
from device_drivers.camera.picture import brightness, decode
from device_drivers.camera.sources import (
    FolderSource,
    Frames,
    PictureSource,
    TakenPicture,
    UsbSource,
    open_film,
)
from device_drivers.camera.still_camera import StillCamera
from device_drivers.camera.url import CameraUrl, parse_camera_url
from device_drivers.camera.video_node import find_by_usb, name_of, require_node
from device_drivers.supervisor import BackOff
from tests.helpers.patience import PATIENT_S
from tests.helpers.pictures import black, drawn, flat, jpeg, write_film, write_folder

NOW = datetime(2026, 3, 31, 10, 0, tzinfo=UTC)


def camera(
    source: PictureSource,
    *,
    on_status: Callable[[DeviceStatus], None] | None = None,
    photo_s: float = 5.0,
) -> StillCamera:
    return StillCamera(
        device="C-1",
        source=source,
        now=lambda: NOW,
        back_off=BackOff(rng=lambda: 0.5, base_s=0.01, cap_s=0.02),
        on_status=on_status,
        photo_s=photo_s,
        sleep=lambda _seconds: asyncio.sleep(0.01),
    )


class Film:
    """Frames from memory; None ends it."""

    def __init__(self, *frames: MatLike) -> None:
        self._frames = list(frames)
        self.is_closed = False

    def read(self) -> MatLike | None:
        return self._frames.pop(0) if self._frames else None

    def close(self) -> None:
        self.is_closed = True


def usb(tmp_path: Path, frames: Frames | None) -> UsbSource:
    """A camera at a device file that is there; the film is what OpenCV would give."""
    node = tmp_path / "video0"
    node.touch()
    return UsbSource(CameraUrl(path=str(node)), open_frames=lambda _node: frames)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("video:///dev/video0", "begins with camera:"),
        ("camera://", "names either a device file"),
        ("camera:///dev/video0?usb=046d:0825", "names either a device file"),
        ("camera:?usb=046d", "usb must be vendor:product"),
        ("camera:///dev/video0?width=wide", "width must be whole pixels"),
        ("camera:///dev/video0?fps=3", "unknown setting fps"),
        ("camera+file://", "names a folder"),
    ],
)
def test_a_wrong_url_says_what_is_wrong(url: str, why: str) -> None:
    with pytest.raises(InvalidInput, match=why):
        parse_camera_url(url)


def test_urls_name_a_device_file_a_usb_identity_or_a_folder() -> None:
    assert parse_camera_url("camera:///dev/video2?width=1920").path == "/dev/video2"
    assert parse_camera_url("camera:?usb=046D:0825").usb == ("046d", "0825")
    assert parse_camera_url("camera+file:///var/a%20b").folder == "/var/a b"


async def test_an_unplugged_camera_is_said(tmp_path: Path) -> None:
    gone = UsbSource(CameraUrl(path=str(tmp_path / "video7")))
    with pytest.raises(DeviceOffline, match="not plugged in"):
        await camera(gone).photo()


async def test_a_camera_that_cannot_be_opened_is_busy(tmp_path: Path) -> None:
    with pytest.raises(CameraBusy, match="another program"):
        await camera(usb(tmp_path, None)).photo()


async def test_a_camera_that_gives_no_picture_is_busy(tmp_path: Path) -> None:
    film = Film()
    with pytest.raises(CameraBusy, match="gives no picture"):
        await camera(usb(tmp_path, film)).photo()
    assert film.is_closed


async def test_a_camera_pulled_while_it_takes_the_picture_is_unplugged(tmp_path: Path) -> None:
    class Pulled(Film):
        def read(self) -> MatLike | None:
            (tmp_path / "video0").unlink()
            return None

    with pytest.raises(DeviceOffline, match="unplugged while"):
        await camera(usb(tmp_path, Pulled())).photo()


@pytest.mark.parametrize(("frame", "why"), [(black(), "black"), (flat(), "of one colour")])
async def test_a_covered_lens_is_no_photo(tmp_path: Path, frame: MatLike, why: str) -> None:
    with pytest.raises(PictureDark, match=why):
        await camera(usb(tmp_path, Film(*[frame] * 50))).photo()
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "dark.jpg").write_bytes(jpeg(frame))
    with pytest.raises(PictureDark, match=why):
        await camera(FolderSource(folder)).photo()


async def test_a_camera_that_hangs_is_a_timeout_and_then_busy(tmp_path: Path) -> None:
    release = threading.Event()

    class Hanging(Film):
        def read(self) -> MatLike | None:
            release.wait(10)
            return None

    hung = camera(usb(tmp_path, Hanging()), photo_s=0.05)
    with pytest.raises(DeviceTimeout, match="no picture within"):
        await hung.photo()
    with pytest.raises(CameraBusy, match="still hangs"):
        await hung.photo()
    release.set()


async def test_the_first_pictures_are_dropped_until_the_exposure_settles(tmp_path: Path) -> None:
    warming = [drawn(seed, brightness=60 + 10 * seed) for seed in range(9)]
    settled = drawn(99, brightness=140)
    film = Film(*warming, settled, drawn(100, brightness=140), drawn(101))
    photo = await camera(usb(tmp_path, film)).photo()
    mean, _ = brightness(decode("photo", photo.jpeg))
    assert abs(mean - 140) < 3
    assert film.is_closed


async def test_a_lamp_that_flickers_still_gives_a_picture(tmp_path: Path) -> None:
    film = Film(*(drawn(seed, brightness=100 + 40 * (seed % 2)) for seed in range(60)))
    assert (await camera(usb(tmp_path, film)).photo()).width_px == 64


async def test_a_real_film_is_read_through_opencv_and_its_real_size_told(tmp_path: Path) -> None:
    path = write_film(tmp_path / "film.avi", [drawn(1, width_px=96, height_px=64)] * 12)
    asked = {cv2.CAP_PROP_FRAME_WIDTH: 1920, cv2.CAP_PROP_FRAME_HEIGHT: 1080}
    source = UsbSource(
        CameraUrl(path=str(path)),
        open_frames=lambda node: open_film(node, cv2.CAP_OPENCV_MJPEG, dict(asked)),
    )
    photo = await camera(source).photo()
    assert (photo.width_px, photo.height_px) == (96, 64)
    assert photo.jpeg.startswith(b"\xff\xd8")
    assert photo.taken_at == NOW


def test_what_is_no_film_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "film.avi").write_bytes(b"no film")
    assert open_film(tmp_path / "film.avi", cv2.CAP_OPENCV_MJPEG, {}) is None


async def test_a_folder_gives_its_pictures_in_turn(tmp_path: Path) -> None:
    pictures = write_folder(tmp_path, 2)
    playing = camera(FolderSource(tmp_path))
    taken = [(await playing.photo()).jpeg for _ in range(3)]
    assert taken == [pictures[0], pictures[1], pictures[0]]


async def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeviceOffline, match="no such folder, or no JPEG"):
        await camera(FolderSource(tmp_path)).photo()
    (tmp_path / "0.jpg").write_bytes(b"\xff\xd8 broken")
    with pytest.raises(DeviceRefused, match="no JPEG picture"):
        await camera(FolderSource(tmp_path)).photo()


@pytest.mark.allow_warnings
async def test_a_camera_is_missed_and_found_again(tmp_path: Path) -> None:
    seen: asyncio.Queue[DeviceStatus] = asyncio.Queue()

    async def until(state: LinkState) -> DeviceStatus:
        async with asyncio.timeout(PATIENT_S):
            while (status := await seen.get()).state is not state:
                pass
        return status

    node = tmp_path / "video0"
    source = UsbSource(CameraUrl(path=str(node)))
    running = asyncio.create_task(camera(source, on_status=seen.put_nowait).run())
    assert "not plugged in" in ((await until(LinkState.DISCONNECTED)).detail or "")
    node.touch()
    assert (await until(LinkState.READY)).identity == "video0"
    node.unlink()
    assert "not plugged in" in ((await until(LinkState.DISCONNECTED)).detail or "")
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def test_looking_and_taking_wait_for_each_other() -> None:
    class Slow:
        at_work = 0

        def look(self) -> str:
            return self._one_only("looked")

        def take(self) -> TakenPicture:
            self._one_only("taken")
            return TakenPicture(b"", 1, 1)

        def _one_only(self, word: str) -> str:
            self.at_work += 1
            assert self.at_work == 1
            threading.Event().wait(0.01)
            self.at_work -= 1
            return word

    both = camera(Slow())
    await asyncio.gather(both.identify(), both.photo(), both.identify(), both.photo())


def test_a_usb_camera_is_found_by_its_identity(tmp_path: Path) -> None:
    for name, product, index in (
        ("video0", "0001", "0"),
        ("video1", "0825", "1"),
        ("video2", "0825", "0"),
    ):
        interface = tmp_path / "usb" / product / "1-1:1.0"
        interface.mkdir(parents=True, exist_ok=True)
        (interface.parent / "idVendor").write_text("046d\n")
        (interface.parent / "idProduct").write_text(f"{product}\n")
        entry = tmp_path / "class" / name
        entry.mkdir(parents=True)
        (entry / "device").symlink_to(interface)
        (entry / "index").write_text(index)
        (entry / "name").write_text(f"Camera {name}\n")
    sysfs = tmp_path / "class"
    node = find_by_usb("046d", "0825", sysfs=sysfs)
    assert node == Path("/dev/video2")
    assert name_of(node, sysfs=sysfs) == "Camera video2"
    with pytest.raises(DeviceOffline, match="lsusb"):
        find_by_usb("046d", "ffff", sysfs=sysfs)


def test_a_camera_of_another_group_names_the_group() -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    with pytest.raises(DeviceOffline, match="group video"):
        require_node(Path("/dev/video0"), open_node=refuse)


async def test_checking_a_camera_takes_a_picture(tmp_path: Path) -> None:
    write_folder(tmp_path)
    identity, photo = await check(f"camera+file://{tmp_path}", now=lambda: NOW, mono=lambda: 0.0)
    assert identity.facts["camera"].startswith("2 pictures")
    assert (photo.works, photo.facts["got"]) == (True, "64x48")
    (tmp_path / "0.jpg").write_bytes(jpeg(black()))
    _, photo = await check(f"camera+file://{tmp_path}", now=lambda: NOW, mono=lambda: 0.0)
    assert (photo.works, "black" in photo.facts["why"]) == (False, True)
    with pytest.raises(InvalidInput, match="sends no readings"):
        await listen("camera:///dev/video0")
