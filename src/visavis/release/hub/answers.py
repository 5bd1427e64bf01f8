"""Answers of the Hub that are no success, as errors that say what to do; without its tokens."""

import base64
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from huggingface_hub import constants
from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    HFValidationError,
    RemoteEntryNotFoundError,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)

from visavis.errors import DataError, UsageError, VisavisError
from visavis.release.hub.limits import VARIABLE, StalledError

_TRANSPORT: type[Exception] = HfHubHTTPError.__bases__[0]
"""The error of the client's transport, whichever library of HTTP the client stands on."""

UNREADABLE = (
    json.JSONDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError, AssertionError,
)  # fmt: skip
"""What the client raises where an answer has not the form that it expects."""

SERVER_ERROR = 500
TRY_LATER = (408, 429)
CONFLICTS = (409, 412)
ABSENT = (404, 410)
"""HTTP status: not now, too many requests; somebody else was first; not there."""

ADVICE = {
    401: "Log in with `hf auth login`, or set HF_TOKEN",
    403: "Use a token that may do that: to publish, one with write access to the repository",
    413: "It is too large for the Hub",
}
"""HTTP status of a refusal -> what the user can do."""


_TOKEN = re.compile(r"\bhf_\w{4,}")
"""What a token of the Hub looks like."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
"""Characters of an answer that would steer a terminal."""


class MissingError(DataError):
    """The repository, or the revision, is not on the Hub."""


class UnreachableError(VisavisError):
    """The Hub gave no answer, or none that can be used."""


class ConflictError(DataError):
    """Somebody else changed the repository, or made the tag, first."""


def no_name(name: str) -> UsageError:
    """Return the error for a name that no repository can have."""
    return UsageError(f"{name}: not the name of a repository. Write owner/name.")


def clean(text: str) -> str:
    """Return ``text`` without tokens and without characters that steer a terminal."""
    for secret in _secrets():
        text = re.sub(re.escape(secret), "***", text, flags=re.IGNORECASE)
    return _UNSEEN.sub(" ", _TOKEN.sub("***", text))


@contextmanager
def translated(name: str, what: str, asked: str = "repository") -> Iterator[None]:  # noqa: C901 - one a kind of error
    """Turn the errors of the client into ours.

    Args:
        name: the repository.
        what: what is asked of the Hub, as "cannot ..." goes on.
        asked: what is missing where the Hub answers that something is missing.
    """
    try:
        yield
    except GatedRepoError as error:
        msg = f"cannot {what}: access is not granted"
        raise DataError(msg, where=name, remedy="Log in with `hf auth login`.") from error
    except RemoteEntryNotFoundError as error:
        file = error.response.url.path.rpartition("/")[2]
        raise _missing(name, what, f"file as {file}") from error
    except (RepositoryNotFoundError, RevisionNotFoundError) as error:
        revision = isinstance(error, RevisionNotFoundError)
        raise _missing(name, what, "revision" if revision else "repository") from error
    except HFValidationError as error:
        raise no_name(name) from error
    except HfHubHTTPError as error:
        raise _refusal(name, what, asked, error) from error
    except StalledError as error:
        msg = (
            f"{name}: cannot {what}: {error}. Run it again, it goes on from there; "
            f"{VARIABLE} sets another limit."
        )
        raise UnreachableError(msg) from error
    except OSError as error:
        if error.filename is None:
            raise _silent(name, what, error) from error
        why = (error.strerror or "cannot be used").lower()
        msg = f"cannot {what}: {error.filename}: {why}"
        raise UsageError(msg, where=name, remedy="Check that folder.") from error
    except _TRANSPORT as error:
        raise _silent(name, what, error) from error
    except RuntimeError as error:  # the client's word for an upload that failed
        why = f"{error} {error.__cause__ or ''}".split("\n")[0].strip()
        msg = f"{name}: cannot {what}: an upload failed ({why}). Run it again."
        raise UnreachableError(msg) from error
    except (ValueError, *UNREADABLE) as error:
        msg = f"{name}: cannot {what}: the answer is not the Hub's. Look at HF_ENDPOINT."
        raise UnreachableError(msg) from error


def _silent(name: str, what: str, error: Exception) -> UnreachableError:
    why = type(error.__cause__ or error).__name__
    return UnreachableError(f"{name}: cannot {what}: no answer ({why}). Run it again.")


def _missing(name: str, what: str, kind: str) -> MissingError:
    msg = f"{name}: cannot {what}: no such {kind}. Check the name, and your login."
    return MissingError(msg)


def _refusal(name: str, what: str, asked: str, error: HfHubHTTPError) -> VisavisError:
    status = error.response.status_code
    if status in ABSENT:
        return _missing(name, what, asked)
    if status in CONFLICTS:
        return ConflictError(
            f"{name}: cannot {what}: somebody else was first. Look, and run it again."
        )
    if status in TRY_LATER or status >= SERVER_ERROR:
        wait = error.response.headers.get("Retry-After", "")
        when = f"in {wait} seconds" if wait.isdigit() else "later"
        msg = f"{name}: cannot {what}: the Hub fails (status {status}). Run it again"
        return UnreachableError(f"{msg} {when}.")
    message = " ".join((error.server_message or "no reason is told").split()).rstrip(".")
    advice = ADVICE.get(status, "Check your rights")
    return DataError(f"{name}: cannot {what}: status {status}, {message}. {advice}.")


def _secrets() -> list[str]:
    """Return the tokens that the client may send, and how they look in an address."""
    tokens = {os.environ.get(name, "") for name in ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN")}
    with suppress(OSError, UnicodeDecodeError):
        tokens.add(Path(constants.HF_TOKEN_PATH).read_bytes().decode())
    plain = {token.strip() for token in tokens if token.strip()}
    forms = {
        form for t in plain for form in (t, quote(t, ""), base64.b64encode(t.encode()).decode())
    }
    return sorted(forms, key=len, reverse=True)
