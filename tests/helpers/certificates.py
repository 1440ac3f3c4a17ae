"""A plant's own certificates, made on the spot."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.helpers.sync_rig import Certificate

DAY = timedelta(days=1)


def self_signed(folder: Path, name: str, *, until: datetime | None = None) -> Certificate:
    """A self-signed one for 127.0.0.1."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    end = until or datetime.now(UTC) + DAY
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(end - 30 * DAY)
        .not_valid_after(end)
        .add_extension(address, critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate = Certificate(folder / f"{name}.pem", folder / f"{name}.key.pem")
    certificate.file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    certificate.key_file.write_bytes(private)
    return certificate
