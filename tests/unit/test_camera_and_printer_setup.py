"""Cameras and printers in the configuration, and the drivers made for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import InvalidInput
from app.runtime.config import load_config
from device_drivers.camera.opening import camera_for
from device_drivers.camera.still_camera import StillCamera
from device_drivers.families import family_of
from device_drivers.printer.opening import printer_for
from device_drivers.printer.spooled_printer import SpooledPrinter
from device_drivers.printer.zpl_printer import ZplPrinter
from device_drivers.supervisor import BackOff
from tests.helpers.gearbox import NOW

STATION = '[station]\nid = "ST-1"\nname = "One"\nline = "L1"\n'
PATIENCE = BackOff(rng=lambda: 0.5)


def config_with(folder: Path, kind: str, url: str) -> Path:
    path = folder / "station.toml"
    path.write_text(f'{STATION}[[device]]\nname = "D-1"\nkind = "{kind}"\nurl = "{url}"\n')
    return path


@pytest.mark.parametrize(
    ("kind", "url"),
    [
        ("camera", "camera:///dev/video0?width=1920"),
        ("camera", "camera:?usb=046d:0825"),
        ("camera", "camera+file:///var/pictures"),
        ("printer", "printer://10.0.0.9:9100?profile=zpl"),
        ("printer", "printer:///dev/usb/lp0"),
        ("printer", "printer+cups://Labels"),
    ],
)
def test_each_url_is_taken_and_has_its_family(tmp_path: Path, kind: str, url: str) -> None:
    (section,) = load_config(config_with(tmp_path, kind, url)).device
    assert family_of(section.url).package == kind


@pytest.mark.parametrize(("kind", "url"), [("camera", "printer://h"), ("printer", "camera:///x")])
def test_a_device_of_another_kind_is_refused(tmp_path: Path, kind: str, url: str) -> None:
    with pytest.raises(InvalidInput, match=rf"device\[0\].url: expected {kind}://"):
        load_config(config_with(tmp_path, kind, url))


def test_each_url_gets_its_driver() -> None:
    font = Path("font.ttf")
    camera = camera_for("C-1", "camera:///dev/video0", now=lambda: NOW, back_off=PATIENCE)
    assert isinstance(camera, StillCamera)
    zpl = printer_for("P-1", "printer://h", environment={}, font=font, back_off=PATIENCE)
    pdf = printer_for("P-2", "printer+cups://Q", environment={}, font=font, back_off=PATIENCE)
    assert isinstance(zpl, ZplPrinter)
    assert isinstance(pdf, SpooledPrinter)
