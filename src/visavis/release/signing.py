"""Signatures: who made a release, to be proved without trust in the place that it comes from.

A signature is one of OpenSSH (SSHSIG, Ed25519) over the bytes of the manifest, which has the
SHA-256 of every other file. Its namespace says of what it is: ``owner/name@1.2.0`` on the Hub, so
that a signed release is nowhere else taken for another. ``manifest.sig`` has one block for each
signer; ``ssh-keygen -Y verify`` reads a block too. Needs ``visavis[sign]``.

Source: PROTOCOL.sshsig of OpenSSH.
"""

import base64
import binascii
import hashlib
import os
import re
import struct
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from visavis import files
from visavis.errors import DataError, UsageError
from visavis.release.manifest import MANIFEST, SIGNATURE, manifest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

PASSPHRASE = "VISAVIS_KEY_PASSPHRASE"  # noqa: S105 - the name of a variable
"""The environment variable that holds the passphrase of a private key, if it has one."""

_OPENSSH = b"BEGIN OPENSSH PRIVATE KEY"
_PEM = b"-----BEGIN"
_MAGIC = b"SSHSIG"
_KIND = b"ssh-ed25519"
_HASH = b"sha512"
_LINE = 70
"""Characters of a line of an armoured block, as OpenSSH writes them."""

_BLOCK = re.compile(
    rb"-----BEGIN SSH SIGNATURE-----\n((?:[A-Za-z0-9+/=]{1,70}\n)+)-----END SSH SIGNATURE-----\n"
)


class Signature(NamedTuple):
    """One block: who signed, as what, and the signature itself."""

    key: bytes
    scope: str
    signature: bytes

    def armoured(self) -> bytes:
        """Return the block as it stands in a file."""
        blob = b"".join((
            _MAGIC, struct.pack(">I", 1), _string(_string(_KIND) + _string(self.key)),
            _string(self.scope.encode()), _string(b""), _string(_HASH),
            _string(_string(_KIND) + _string(self.signature)),
        ))  # fmt: skip
        text = base64.b64encode(blob)
        lines = b"".join(text[i : i + _LINE] + b"\n" for i in range(0, len(text), _LINE))
        return b"-----BEGIN SSH SIGNATURE-----\n" + lines + b"-----END SSH SIGNATURE-----\n"


def sign(release: Path, key: Path, scope: str | None = None) -> None:
    """Sign the release folder ``release``; the signatures of others stay.

    Args:
        release: the folder.
        key: file of the private key.
        scope: of what it is the release, as ``owner/name@1.2.0``; None takes name and version of
            the manifest.

    Raises:
        UsageError: ``key`` is no private Ed25519 key that can be read, or the extra is missing.
        DataError: there is a file of signatures that is none.
    """
    data = files.read_bytes(release / MANIFEST)
    path = release / SIGNATURE
    present = files.read_bytes(path) if path.is_file() else b""
    files.write(path, with_signature(present, data, key, scope))


def with_signature(present: bytes, data: bytes, key: Path, scope: str | None = None) -> bytes:
    """Return the blocks of ``present`` with that of a private key over the manifest ``data``.

    Raises:
        UsageError: ``key`` is no private Ed25519 key that can be read, or the extra is missing.
        DataError: ``present`` is no file of signatures.
    """
    if scope is None:
        manifest = manifest_of(data, MANIFEST)
        scope = f"{manifest.name}@{manifest.version}"
    private = _private(key)
    owner = _raw(private.public_key())
    made = Signature(owner, scope, private.sign(_signed(data, scope)))
    try:
        blocks = list(_blocks(present))
    except ValueError as error:
        msg = "not a file of signatures"
        raise DataError(msg, where=SIGNATURE, remedy="Remove it, then sign again.") from error
    others = [block for block in blocks if block[:2] != made[:2]]
    return b"".join(block.armoured() for block in [*others, made])


def check(release: Path, key: Path, where: object = None, scope: str = "") -> None:
    """Prove that the manifest of a release folder is signed by the owner of a public key.

    The manifest is not read: that it, and the files, are right is for ``manifest.verify``, later.

    Args:
        release: the folder.
        key: file of the public key, or of several, a line each, of which one must have signed.
        where: what messages name in place of the folder.
        scope: what the release must be signed as, ``owner/name@1.2.0``; where it ends with ``@``,
            any version of it. Empty takes any.

    Raises:
        UsageError: ``key`` is no public Ed25519 key that can be read, or the extra is missing.
        DataError: there is no signature, or none of this manifest by that key and for that scope.
    """
    path = release / SIGNATURE
    present = files.read_bytes(path) if path.is_file() else b""
    prove(files.read_bytes(release / MANIFEST), present, key, where or release, scope)


def prove(data: bytes, present: bytes, key: Path, where: object, scope: str = "") -> None:
    """Prove that one of the blocks of ``present`` signs the manifest ``data``; see ``check``."""
    owners = _owners(key)
    if not present:
        msg = f"{SIGNATURE}: missing, the release is not signed"
        raise DataError(msg, where=str(where), remedy="Ask its owner.")
    try:
        signed = [block.scope for block in _blocks(present) if _holds(block, owners, data)]
    except ValueError:
        signed = []
    if not signed:
        msg = f"{SIGNATURE}: not of this manifest by the key {key}"
        raise DataError(msg, where=str(where), remedy="Do not use it.")
    if not any(name.startswith(scope) if scope.endswith("@") else scope in ("", name)
               for name in signed):  # fmt: skip
        msg = f"{SIGNATURE}: signed as {', '.join(signed)}, not as {scope.removesuffix('@')}"
        raise DataError(msg, where=str(where), remedy="Do not use it.")


def _holds(block: Signature, owners: "dict[bytes, Ed25519PublicKey]", data: bytes) -> bool:
    if block.key not in owners:
        return False
    try:
        owners[block.key].verify(block.signature, _signed(data, block.scope))
    except _library().exceptions.InvalidSignature:
        return False
    return True


def _signed(data: bytes, scope: str) -> bytes:
    """What a signature is made of: the digest of the manifest, and of what it is one."""
    digest = hashlib.sha512(data).digest()
    return _MAGIC + b"".join(map(_string, (scope.encode(), b"", _HASH, digest)))


def _string(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


def _strings(blob: bytes) -> "Iterator[bytes]":
    """Yield the strings of a blob, each behind its length.

    >>> list(_strings(_string(b"a") + _string(b"")))
    [b'a', b'']
    """
    at = 0
    while at < len(blob):
        (size,) = struct.unpack_from(">I", blob, at)
        yield blob[at + 4 : at + 4 + size]
        at += 4 + size


def _blocks(data: bytes) -> "Iterator[Signature]":
    """Yield the blocks of a file of signatures; a ValueError where it is none."""
    at = 0
    while at < len(data):
        match = _BLOCK.match(data, at)
        if not match:
            raise ValueError(at)
        yield _block(match)
        at = match.end()


def _block(match: "re.Match[bytes]") -> Signature:
    try:
        blob = base64.b64decode(match[1].replace(b"\n", b""), validate=True)
        owner, scope, _, _, signature = _strings(blob[len(_MAGIC) + 4 :])
        block = Signature(list(_strings(owner))[-1], scope.decode(), list(_strings(signature))[-1])
    except (binascii.Error, struct.error, ValueError, IndexError) as error:
        raise ValueError(match.start()) from error
    if block.armoured() != match[0]:
        raise ValueError(match.start())
    return block


def _raw(key: "Ed25519PublicKey") -> bytes:
    forms = _library().serialization
    return key.public_bytes(forms.Encoding.Raw, forms.PublicFormat.Raw)


def _owners(path: Path) -> "dict[bytes, Ed25519PublicKey]":
    """The public keys of a file, by their bytes: one in PEM, or a line each as OpenSSH has them."""
    data = files.read_bytes(path)
    lines = [data] if data.startswith(_PEM) else data.splitlines()
    written = [line for line in lines if line.strip() and not line.startswith(b"#")]
    keys = [_public(line, path) for line in written or [b""]]
    return {_raw(key): key for key in keys}


def _private(key: Path) -> "Ed25519PrivateKey":
    data, forms = files.read_bytes(key), _library().serialization
    read = forms.load_ssh_private_key if _OPENSSH in data else forms.load_pem_private_key
    result = _read(lambda: read(data, os.environ.get(PASSPHRASE, "").encode() or None), key)
    if isinstance(result, _library().ed25519.Ed25519PrivateKey):
        return cast("Ed25519PrivateKey", result)
    raise _other(key, "private")


def _public(data: bytes, path: Path) -> "Ed25519PublicKey":
    forms = _library().serialization
    read = forms.load_pem_public_key if data.startswith(_PEM) else forms.load_ssh_public_key
    result = _read(lambda: read(data), path)
    if isinstance(result, _library().ed25519.Ed25519PublicKey):
        return cast("Ed25519PublicKey", result)
    raise _other(path, "public")


def _read(read: "Callable[[], object]", key: Path) -> object:
    try:
        return read()
    except (ValueError, TypeError, _library().exceptions.UnsupportedAlgorithm) as error:
        why = str(error).rstrip(".")
        msg = f"not a key that can be read ({why})"
        raise UsageError(msg, where=key, remedy=f"A passphrase goes in {PASSPHRASE}.") from error


def _other(key: Path, kind: str) -> UsageError:
    remedy = "Make a pair with `ssh-keygen -t ed25519`."
    return UsageError(f"not a {kind} key of Ed25519", where=key, remedy=remedy)


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
