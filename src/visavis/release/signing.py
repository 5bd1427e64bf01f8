"""Signatures: who made a release, to be proved without trust in the place that it comes from.

A signature is that of Ed25519 (RFC 8032) over the bytes of the manifest, which has the SHA-256 of
every other file; it stands beside the manifest, in base64. Keys are files as ``ssh-keygen -t
ed25519`` or ``openssl genpkey -algorithm ed25519`` write them. Needs ``visavis[sign]``.
"""

import base64
import binascii
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from visavis import files
from visavis.errors import DataError, UsageError
from visavis.release.manifest import MANIFEST, SIGNATURE

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

PASSPHRASE = "VISAVIS_KEY_PASSPHRASE"  # noqa: S105 - the name of a variable
"""The environment variable that holds the passphrase of a private key, if it has one."""

_OPENSSH = b"BEGIN OPENSSH PRIVATE KEY"
_PEM = b"-----BEGIN"


def sign(release: Path, key: Path) -> None:
    """Sign the release folder ``release`` with the private key in the file ``key``.

    Raises:
        UsageError: ``key`` is no private Ed25519 key that can be read, or the extra is missing.
    """
    data = files.read_bytes(release / MANIFEST)
    signature = _private(key).sign(data)
    files.write(release / SIGNATURE, base64.b64encode(signature) + b"\n")


def check(release: Path, key: Path, where: object = None) -> None:
    """Prove that the manifest of a release folder is signed by the owner of a public key.

    The manifest is not read: that it, and the files, are right is for ``manifest.verify``, later.

    Args:
        release: the folder.
        key: file of the public key.
        where: what messages name in place of the folder.

    Raises:
        UsageError: ``key`` is no public Ed25519 key that can be read, or the extra is missing.
        DataError: there is no signature, or it is not of this manifest by that key.
    """
    public = _public(key)
    if not (release / SIGNATURE).is_file():
        msg = f"{SIGNATURE}: missing, the release is not signed"
        raise DataError(msg, where=str(where or release), remedy="Ask its owner.")
    try:
        signature = base64.b64decode(files.read_bytes(release / SIGNATURE).strip(), validate=True)
        public.verify(signature, files.read_bytes(release / MANIFEST))
    except (_library().exceptions.InvalidSignature, binascii.Error) as error:
        place = where or release
        msg = f"{SIGNATURE}: not of this manifest by the key {key}"
        raise DataError(msg, where=str(place), remedy="Do not use it.") from error


def _private(key: Path) -> "Ed25519PrivateKey":
    data, forms = files.read_bytes(key), _library().serialization
    read = forms.load_ssh_private_key if _OPENSSH in data else forms.load_pem_private_key
    result = _read(lambda: read(data, os.environ.get(PASSPHRASE, "").encode() or None), key)
    if isinstance(result, _library().ed25519.Ed25519PrivateKey):
        return cast("Ed25519PrivateKey", result)
    raise _other(key, "private")


def _public(key: Path) -> "Ed25519PublicKey":
    data, forms = files.read_bytes(key), _library().serialization
    read = forms.load_pem_public_key if data.startswith(_PEM) else forms.load_ssh_public_key
    result = _read(lambda: read(data), key)
    if isinstance(result, _library().ed25519.Ed25519PublicKey):
        return cast("Ed25519PublicKey", result)
    raise _other(key, "public")


def _read(read: "Callable[[], object]", key: Path) -> object:
    try:
        return read()
    except (ValueError, TypeError, _library().exceptions.UnsupportedAlgorithm) as error:
        why = str(error).rstrip(".")
        msg = f"not a key that can be read ({why})"
        raise UsageError(msg, where=key, remedy=f"A passphrase goes in {PASSPHRASE}.") from error


def _other(key: Path, kind: str) -> UsageError:
    return UsageError(
        f"{key}: not a {kind} key of Ed25519. Make a pair with `ssh-keygen -t ed25519`."
    )


class _Library(NamedTuple):
    """The parts of ``cryptography`` that are used."""

    exceptions: "ModuleType"
    serialization: "ModuleType"
    ed25519: "ModuleType"


def _library() -> _Library:
    try:
        from cryptography import exceptions  # noqa: PLC0415 - an extra
        from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - an extra
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - an extra
    except ImportError as error:
        msg = "signatures need the package cryptography"
        raise UsageError(msg, remedy="Install visavis[sign].") from error
    return _Library(exceptions, serialization, ed25519)
