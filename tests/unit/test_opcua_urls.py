"""URLs of OPC UA servers, and the keys folder beside them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509

from app.domain.errors import InvalidInput
from app.runtime.config import load_config
from device_drivers.opcua.keys import APPLICATION_URI, Keys, thumbprint
from device_drivers.opcua.url import settings_from

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "url",
    [
        "http://plc",
        "opc.tcp://",
        "opc.tcp://plc:4840?profile=welding",
        "opc.tcp://plc:4840?namespace=x",
        "opc.tcp://plc:4840?security=Basic128Rsa15",
        "opc.tcp://plc:4840?mode=None",
        "opc.tcp://plc:4840?programs=twelve:PF-1",
    ],
)
def test_a_url_this_driver_cannot_use_is_refused(url: str) -> None:
    with pytest.raises(InvalidInput, match=r"opc\.tcp"):
        settings_from(url)


def test_a_url_names_the_tags_namespace_or_leaves_it_to_ours() -> None:
    parsed = settings_from("opc.tcp://plc:4840/m?profile=tags")
    assert (parsed.url, parsed.namespace_uri) == ("opc.tcp://plc:4840/m", "urn:asbuilt:machine")
    foreign = settings_from("opc.tcp://plc:4840?ns=urn:oem:press")
    assert foreign.namespace_uri == "urn:oem:press"


def test_a_password_in_a_url_is_refused_without_repeating_it() -> None:
    with pytest.raises(InvalidInput, match="no user or password") as refused:
        settings_from("opc.tcp://station:geheim@plc:4840")
    assert "geheim" not in str(refused.value)


def test_our_certificate_is_made_once_and_names_the_application(tmp_path: Path) -> None:
    keys = Keys(tmp_path / "opcua")
    certificate, key = keys.own(NOW)
    again, _ = keys.own(NOW)
    made = x509.load_der_x509_certificate(certificate.read_bytes())
    names = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.UniformResourceIdentifier) == [APPLICATION_URI]
    assert again.read_bytes() == certificate.read_bytes()
    assert key.stat().st_mode & 0o077 == 0


def test_trust_is_given_to_one_certificate_and_not_to_its_file_name(tmp_path: Path) -> None:
    keys = Keys(tmp_path)
    refused = keys.refuse(b"one")
    assert refused.name == f"{thumbprint(b'one')}.der"
    assert not keys.trusts(b"one")
    trusted = keys.trust(b"one")
    assert keys.trusts(b"one")
    assert not refused.exists()
    trusted.write_bytes(b"another")
    assert not keys.trusts(b"one")


def test_the_password_of_one_server_goes_before_the_users_general_one(tmp_path: Path) -> None:
    passwords = tmp_path / "passwords.toml"
    passwords.write_text('line = "a"\n"line@plc:4840" = "b"\n', "utf-8")
    passwords.chmod(0o600)
    keys = Keys(tmp_path)
    assert keys.password("line", "opc.tcp://plc:4840/m") == "b"
    assert keys.password("line", "opc.tcp://other:4840") == "a"
    with pytest.raises(InvalidInput, match="no password of somebody"):
        keys.password("somebody", "opc.tcp://plc:4840")


def test_a_file_of_passwords_that_others_may_read_is_refused(tmp_path: Path) -> None:
    passwords = tmp_path / "passwords.toml"
    passwords.write_text('line = "a"\n', "utf-8")
    passwords.chmod(0o644)
    with pytest.raises(InvalidInput, match="chmod 600"):
        Keys(tmp_path).password("line", "opc.tcp://plc:4840")
    with pytest.raises(InvalidInput, match="cannot be read"):
        Keys(tmp_path / "none").password("line", "opc.tcp://plc:4840")


STATION = '[station]\nid = "ST-040"\nname = "Gearbox mount"\nline = "L4"\n'
TOOL = (
    '[[device]]\nname = "T-07"\nkind = "tool"\nurl = "opc.tcp://10.0.0.7:4840?profile=joining"\n'
)


def test_a_tool_may_be_a_joining_system_and_the_state_server_is_off_unless_asked_for(
    tmp_path: Path,
) -> None:
    path = tmp_path / "station.toml"
    path.write_text(STATION + TOOL, "utf-8")
    assert load_config(path).scada is None
    path.write_text(STATION + "[scada]\n", "utf-8")
    scada = load_config(path).scada
    assert scada is not None
    assert scada.listen == "127.0.0.1:4850"
    path.write_text(STATION + '[scada]\nlisten = "4850"\n', "utf-8")
    with pytest.raises(InvalidInput, match=r"scada\.listen: expected host:port"):
        load_config(path)
