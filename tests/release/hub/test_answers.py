"""What a server says is passed on without tokens, and without what steers a terminal."""

import base64
import json
import traceback
import warnings
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from huggingface_hub.utils._headers import build_hf_headers

from support.loopback import Answer, of
from support.other_hub import OtherHub
from visavis import __version__
from visavis.errors import UsageError, VisavisError
from visavis.release.hub import fetch, publish
from visavis.release.hub.answers import UnreachableError, clean

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")

TOKEN = "hf_Secret/+=%1"  # noqa: S105 - of a test
FORMS = [TOKEN, TOKEN.upper(), quote(TOKEN, ""), base64.b64encode(TOKEN.encode()).decode()]
STATUSES = [200, 302, 400, 401, 404, 409, 429, 503]


@pytest.mark.parametrize("form", FORMS)
def test_a_token_is_struck_from_every_text(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    assert clean(f"Bearer {form}!") == "Bearer ***!"
    assert clean("hf_AnotherOne9 of somebody") == "*** of somebody"


def test_a_token_in_a_file_is_struck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_TOKEN", raising=False)
    (tmp_path / "token").write_text("plain-secret\n", encoding="utf-8")
    monkeypatch.setattr("huggingface_hub.constants.HF_TOKEN_PATH", str(tmp_path / "token"))
    assert clean("it is plain-secret.") == "it is ***."


def test_what_steers_a_terminal_is_not_passed_on() -> None:
    assert clean("a\x1b[2Jb\x07c\u202ed\ne\x9bf") == "a [2Jb c d e f"


def echo(status: int, target: str) -> Answer:
    """An answer that repeats the token in each place of which the client makes a message."""
    text = f"no {TOKEN} may do that \x1b[2J"
    answer = of(
        {
            "error": text, "message": text, "errors": [{"message": text}], "id": text, "sha": text,
            "warnings": [{"message": text}], "siblings": [], "tags": [{"name": text}], "url": text,
            "commitOid": text, "commitUrl": text, "files": [{"path": text}], "private": False,
        },
        status,
    )  # fmt: skip
    header = text.replace("\x1b", "")
    answer.headers |= {"X-Error-Message": header, "X-Error-Code": TOKEN, "Retry-After": TOKEN}
    answer.headers |= {
        "X-Request-Id": TOKEN,
        "ETag": f'"{TOKEN}"',
        "Link": f'<{TOKEN}>; rel="next"',
    }
    if status == 302:
        answer.headers["Location"] = f"{target.split('?', maxsplit=1)[0]}-{quote(TOKEN, '')}"
    return answer


@pytest.mark.parametrize("status", STATUSES)
def test_a_token_that_an_answer_repeats_is_in_no_message(
    other: OtherHub, tiny: Path, monkeypatch: pytest.MonkeyPatch, status: int,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    publish.publish(tiny, "x/tiny")
    fetch.verify("x/tiny", "0.1.0")
    plain, requests = other.answer, len(other.requests)
    caplog.clear()
    texts: list[str] = []
    for number in range(requests):
        count = iter(range(10_000))

        def answer(method: str, target: str, body: bytes, at: int = number) -> Answer:
            asked = next(count)  # noqa: B023 - of this turn
            return echo(status, target) if asked == at else plain(method, target, body)

        monkeypatch.setattr(other, "answer", answer)
        with warnings.catch_warnings(record=True) as heard:
            warnings.simplefilter("always")
            try:
                publish.publish(tiny, f"x/t{number}", texts.append)
                fetch.verify(f"x/t{number}", "0.1.0")
            except VisavisError as error:
                texts.append("".join(traceback.format_exception(error)))
        texts += [str(warning.message) for warning in heard]
        monkeypatch.setattr(other, "answer", plain)
    assert status != 400 or any("***" in text for text in texts)
    for text in texts:
        assert not [form for form in FORMS if form.casefold() in text.casefold()], text
        assert "\x1b" not in text


def test_the_user_agent_names_the_version(
    other: OtherHub, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    build = build_hf_headers

    def noting(**options: Any) -> dict[str, str]:  # noqa: ANN401 - passed on
        headers: dict[str, str] = build(**options)
        seen.append(headers["user-agent"])
        return headers

    monkeypatch.setattr("huggingface_hub.hf_api.build_hf_headers", noting)
    publish.publish(tiny, "x/tiny")
    assert other.requests
    assert seen
    assert [agent for agent in seen if f"visavis/{__version__}" not in agent] == []


@pytest.mark.parametrize(
    ("version", "meant"), [("v0.1.0", "0.1.0"), ("latest", "1.2.3"), ("v1", "1.2.3")]
)
def test_what_is_no_version_is_told_with_what_is_meant(version: str, meant: str) -> None:
    with pytest.raises(UsageError, match=rf"'{version}' is no version. Write it as {meant}\."):
        fetch.tag_of(version)


def test_a_cache_that_serves_is_told_with_how_not_to_wait(
    other: OtherHub, tiny: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    publish.publish(tiny, "x/tiny")
    fetch.fetch("x/tiny", "0.1.0")
    other.fault = lambda *_: "503"
    fetch.fetch("x/tiny", "0.1.0")
    assert "The cache serves; with HF_HUB_OFFLINE=1 it does so at once." in caplog.text
    caplog.clear()
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    fetch.fetch("x/tiny", "0.1.0")
    assert "The cache serves" not in caplog.text
    with pytest.raises(UnreachableError, match=r"v0\.2\.0 is not in the cache either"):
        fetch.fetch("x/tiny", "0.2.0")


def test_no_message_names_a_temporary_folder(other: OtherHub, tiny: Path) -> None:
    publish.publish(tiny, "x/tiny")
    data = json.dumps({"x": 1}).encode()
    other.repos["x/tiny"].tags["v0.2.0"] = other.write("x/tiny", {"manifest.json": data})
    other.repos["x/tiny"].tags["v0.3.0"] = other.write("x/tiny", {"more.txt": data})
    for version in ("0.2.0", "0.3.0"):
        with pytest.raises(VisavisError) as caught:
            fetch.verify("x/tiny", version)
        assert "visavis-tmp" not in str(caught.value)
        assert str(caught.value).startswith("x/tiny")
