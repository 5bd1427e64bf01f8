"""Signatures of releases, with keys that the usual tools write."""

import base64
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from support.keys import pair
from visavis.cli import main
from visavis.corpus import ingest
from visavis.corpus.sources import of_files
from visavis.errors import DataError, UsageError
from visavis.files import sha256
from visavis.release import build as release
from visavis.release import signing
from visavis.release.hub.loading import load
from visavis.release.manifest import MANIFEST, SIGNATURE, digest, verify


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    ingest.start(folder / "corpus", "Tiny")
    (folder / "t.txt").write_text("Un texte. 🎉\n", encoding="utf-8")
    ingest.add(folder / "corpus", [of_files("t", {"fr": folder / "t.txt"})], {"rights": "CC0-1.0"})
    return release.build(folder / "corpus", folder / "dist")


@pytest.fixture
def signed(built: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A signed release and the public key."""
    private, public = pair(tmp_path)
    copy = Path(shutil.copytree(built, tmp_path / "release"))
    signing.sign(copy, private)
    return copy, public


def test_a_signed_release_is_checked_and_loaded(signed: tuple[Path, Path]) -> None:
    folder, public = signed
    signing.check(folder, public)
    verify(folder)
    assert load(folder, "articles", key=public, backend="polars").height == 1


def test_a_signature_is_the_same_each_time(signed: tuple[Path, Path]) -> None:
    folder, public = signed
    before = (folder / SIGNATURE).read_bytes()
    signing.sign(folder, public.with_suffix(""))
    assert (folder / SIGNATURE).read_bytes() == before


def test_every_flipped_bit_of_manifest_or_signature_is_refused(signed: tuple[Path, Path]) -> None:
    folder, public = signed
    for name in (MANIFEST, SIGNATURE):
        data = (folder / name).read_bytes()
        for place in range(len(data.rstrip(b"\n"))):
            flipped = bytes([data[place] ^ (1 << place % 8)])
            (folder / name).write_bytes(data[:place] + flipped + data[place + 1 :])
            with pytest.raises(DataError, match=r"manifest\.sig: not of this manifest"):
                signing.check(folder, public)
        (folder / name).write_bytes(data)
    signing.check(folder, public)


def test_a_manifest_that_is_made_anew_is_not_signed(signed: tuple[Path, Path]) -> None:
    """Who changes a file can make its manifest right again, but not the signature."""
    folder, public = signed
    (folder / "README.md").write_text("Load something else.\n", encoding="utf-8")
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    for entry in manifest["files"]:
        if entry["path"] == "README.md":
            entry["sha256"] = sha256((folder / "README.md").read_bytes())
    manifest["sha256"] = digest(manifest)
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    assert load(folder, "articles", backend="polars").height == 1
    with pytest.raises(DataError, match=r"manifest\.sig: not of this manifest"):
        load(folder, "articles", key=public, backend="polars")


def test_another_key_another_release_or_no_signature_is_refused(
    signed: tuple[Path, Path], built: Path, tmp_path: Path
) -> None:
    folder, public = signed
    _, other = pair(tmp_path, "other")
    with pytest.raises(DataError, match=r"manifest\.sig: not of this manifest by the key .*other"):
        signing.check(folder, other)
    with pytest.raises(DataError, match=r"manifest\.sig: missing, the release is not signed"):
        load(built, "articles", key=public)
    (folder / SIGNATURE).write_bytes(base64.b64encode(b"\0" * 64))
    with pytest.raises(DataError, match=r"manifest\.sig: not of this manifest"):
        signing.check(folder, public)


def test_what_is_no_key_is_told_so(signed: tuple[Path, Path], tmp_path: Path) -> None:
    folder, public = signed
    private = public.with_suffix("")
    curve = ec.generate_private_key(ec.SECP256R1())
    wrong = tmp_path / "ec"
    wrong.write_bytes(
        curve.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    with pytest.raises(UsageError, match="not a private key of Ed25519"):
        signing.sign(folder, wrong)
    with pytest.raises(UsageError, match="not a key that can be read"):
        signing.sign(folder, public)
    with pytest.raises(UsageError, match="not a key that can be read"):
        signing.check(folder, private)
    (tmp_path / "empty").write_bytes(b"# nobody\n")
    with pytest.raises(UsageError, match="not a key that can be read"):
        signing.check(folder, tmp_path / "empty")
    with pytest.raises(UsageError, match="no such file"):
        signing.check(folder, tmp_path / "none")


def test_a_key_with_a_passphrase_and_the_form_of_openssl(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = ed25519.Ed25519PrivateKey.generate()
    private, public = tmp_path / "private.pem", tmp_path / "public.pem"
    private.write_bytes(
        made.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"a passphrase"),
        )
    )
    public.write_bytes(
        made.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    copy = Path(shutil.copytree(built, tmp_path / "release"))
    with pytest.raises(UsageError, match="A passphrase goes in VISAVIS_KEY_PASSPHRASE"):
        signing.sign(copy, private)
    monkeypatch.setenv(signing.PASSPHRASE, "a passphrase")
    signing.sign(copy, private)
    signing.check(copy, public)
    locked = tmp_path / "locked"
    locked.write_bytes(
        made.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.OpenSSH,
            serialization.BestAvailableEncryption(b"a passphrase"),
        )
    )
    before = (copy / SIGNATURE).read_bytes()
    signing.sign(copy, locked)
    assert (copy / SIGNATURE).read_bytes() == before


def test_several_sign_and_one_of_several_keys_is_enough(
    signed: tuple[Path, Path], tmp_path: Path
) -> None:
    folder, public = signed
    private, second = pair(tmp_path, "second")
    _, stranger = pair(tmp_path, "stranger")
    signing.sign(folder, private)
    signing.check(folder, public)
    signing.check(folder, second)
    rotated = tmp_path / "rotated.pub"
    rotated.write_bytes(b"# the old key, then the new one\n" + stranger.read_bytes())
    with pytest.raises(DataError, match="not of this manifest"):
        signing.check(folder, rotated)
    rotated.write_bytes(rotated.read_bytes() + b"\n" + public.read_bytes())
    signing.check(folder, rotated)


def test_a_signature_says_of_what_it_is(built: Path, tmp_path: Path) -> None:
    private, public = pair(tmp_path)
    copy = Path(shutil.copytree(built, tmp_path / "release"))
    signing.sign(copy, private, "owner/name@0.1.0")
    for scope in ("", "owner/name@0.1.0", "owner/name@"):
        signing.check(copy, public, scope=scope)
    for scope in ("owner/name@0.1.1", "owner/nam", "owner/other@", "tiny@0.1.0"):
        with pytest.raises(DataError, match=r"signed as owner/name@0\.1\.0, not as"):
            signing.check(copy, public, scope=scope)
    signing.sign(copy, private, "owner/other@0.1.0")
    signing.check(copy, public, scope="owner/name@0.1.0")
    signing.check(copy, public, scope="owner/other@0.1.0")


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs OpenSSH")
def test_openssh_reads_our_signatures_and_we_read_its(
    signed: tuple[Path, Path], tmp_path: Path
) -> None:
    folder, public = signed
    allowed = tmp_path / "allowed"
    allowed.write_bytes(b"owner " + public.read_bytes())
    verified = ["ssh-keygen", "-Y", "verify", "-f", str(allowed), "-I", "owner", "-s"]
    command = [*verified, str(folder / SIGNATURE), "-n", f"{verify(folder).name}@0.1.0"]
    data = (folder / MANIFEST).read_bytes()
    subprocess.run(command, input=data, check=True, capture_output=True)
    assert subprocess.run(command, input=data + b" ", check=False, capture_output=True).returncode
    public.with_suffix("").chmod(0o600)
    sign = ["ssh-keygen", "-Y", "sign", "-n", "x/y@0.1.0", "-f", str(public.with_suffix(""))]
    made = subprocess.run(sign, input=data, check=True, capture_output=True).stdout
    (folder / SIGNATURE).write_bytes(made)
    signing.check(folder, public, scope="x/y@0.1.0")


def test_a_folder_is_signed_by_command_for_where_it_will_be(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    private, public = pair(tmp_path)
    copy = Path(shutil.copytree(built, tmp_path / "release"))
    assert main(["sign", str(copy), "--key", str(private), "--for", "x/y@0.1.0"]) == 0
    assert capsys.readouterr().out == f"{copy / SIGNATURE}\n"
    signing.check(copy, public, scope="x/y@0.1.0")
    (copy / SIGNATURE).write_bytes(b"AAAA\n")
    assert main(["sign", str(copy), "--key", str(private)]) == 1
    assert (copy / SIGNATURE).read_bytes() == b"AAAA\n"
    assert main(["sign", "x/y@0.1.0", "--key", str(private), "--for", "x/y@0.1.0"]) == 2


def test_without_the_extra_the_way_to_it_is_told(built: Path, tmp_path: Path) -> None:
    _, public = pair(tmp_path)
    copy = Path(shutil.copytree(built, tmp_path / "release"))
    code = (
        "import sys; sys.modules['cryptography'] = None\n"
        "import visavis\n"
        f"visavis.load({str(copy)!r}, 'articles')\n"
        f"visavis.load({str(copy)!r}, 'articles', key={str(public)!r})\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "UsageError: signatures need the package cryptography. Install visavis[sign]." in (
        run.stderr
    )
