"""The keys folder: who we are to OPC UA servers, whom we trust, and the passwords.

```
opcua/own.der, own.key.pem    ours, made at first use
opcua/trusted/THUMBPRINT.der  servers an engineer has trusted
opcua/refused/THUMBPRINT.der  servers met and not trusted yet: move the file to trust it
opcua/passwords.toml          "user@host:port" = "password", or user = "password"
```

It holds secrets and belongs to the station's user alone.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tomllib
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

#: Servers check that it stands in our certificate.
APPLICATION_URI = "urn:asbuilt:station"
OWN, OWN_KEY, PASSWORDS = "own.der", "own.key.pem", "passwords.toml"
TRUSTED, REFUSED = "trusted", "refused"
KEY_BITS = 2048
#: A station is not visited every year to renew it.
VALID_FOR = timedelta(days=3650)
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def thumbprint(der: bytes) -> str:
    """What OPC UA tools call a certificate by: its SHA-1."""
    return hashlib.sha1(der, usedforsecurity=False).hexdigest().upper()


class Keys:
    """The keys folder; made when something is put into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def own(self, now: datetime) -> tuple[Path, Path]:
        """Our certificate and its key; made now if they are not there yet.

        Raises:
            InvalidInput: they cannot be made.
        """
        certificate, key = self.folder / OWN, self.folder / OWN_KEY
        if certificate.is_file() and key.is_file():
            return certificate, key
        private = rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)
        try:
            self._put(OWN_KEY, _pem(private))
            self._put(OWN, _self_signed(private, now))
        except OSError as error:
            message = f"{self.folder}: our certificate cannot be kept ({error.strerror})."
            raise InvalidInput(message) from error
        return certificate, key

    def trusts(self, der: bytes) -> bool:
        """Whether an engineer has trusted exactly this certificate."""
        try:
            return (self.folder / TRUSTED / _name(der)).read_bytes() == der
        except OSError:
            return False

    def refuse(self, der: bytes) -> Path:
        """Keep ``der`` for an engineer to look at; returns where."""
        return self._put(f"{REFUSED}/{_name(der)}", der)

    def trust(self, der: bytes) -> Path:
        """From now on ``der`` is trusted; returns where it is."""
        (self.folder / REFUSED / _name(der)).unlink(missing_ok=True)
        return self._put(f"{TRUSTED}/{_name(der)}", der)

    def password(self, user: str, url: str) -> str:
        """The password of ``user`` at ``url``.

        Raises:
            InvalidInput: there is none, or the file cannot be used.
        """
        path = self.folder / PASSWORDS
        try:
            # Windows keeps rights elsewhere: there the folder's own are what counts.
            if os.name == "posix" and path.stat().st_mode & _OTHERS:
                message = f"{path}: others may read this file of passwords; do: chmod 600 {path}"
                raise InvalidInput(message)
            known = tomllib.loads(path.read_text("utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as error:
            message = f"{path}: the password of {user} cannot be read ({_why(error)})."
            raise InvalidInput(message) from error
        parts = urlsplit(url)
        secret = known.get(f"{user}@{parts.hostname}:{parts.port}", known.get(user))
        if not isinstance(secret, str):
            message = f'{path}: there is no password of {user}; add a line: {user} = "…"'
            raise InvalidInput(message)
        return secret

    def _put(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.parent.mkdir(exist_ok=True, mode=0o700)
        partly = path.with_suffix(".part")
        descriptor = os.open(partly, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        return partly.replace(path)


def _name(der: bytes) -> str:
    return f"{thumbprint(der)}.der"


def _why(error: OSError | tomllib.TOMLDecodeError) -> str:
    return str(getattr(error, "strerror", None) or "not valid TOML")


def _pem(private: rsa.RSAPrivateKey) -> bytes:
    return private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _self_signed(private: rsa.RSAPrivateKey, now: datetime) -> bytes:
    """As OPC 10000-6 wants an application's certificate."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Asbuilt station")])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=True,
        data_encipherment=True,
        key_cert_sign=True,
        key_agreement=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder(name, name, private.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + VALID_FOR)
        .add_extension(
            x509.SubjectAlternativeName([x509.UniformResourceIdentifier(APPLICATION_URI)]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=False)
        .add_extension(usage, critical=True)
        .add_extension(
            x509.ExtendedKeyUsage(
                [ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.SERVER_AUTH]
            ),
            critical=False,
        )
    )
    return builder.sign(private, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
