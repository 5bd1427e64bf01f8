"""The only importer of sentence-transformers: sentence embeddings as one more term of the score."""

import numpy as np
from numpy.typing import NDArray

from visavis.alignment.methods import Encode
from visavis.errors import UsageError


def sentence_encoder(model: str) -> Encode:
    """``encode(sentences) -> (sentences, dimensions)`` of a model by its name or its folder.

    Raises:
        UsageError: the extra is not installed, or there is no such model.
    """
    try:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - heavy, optional
    except ImportError as error:
        msg = "an encoder needs sentence-transformers. Install visavis[encoder]."
        raise UsageError(msg) from error
    try:
        loaded = SentenceTransformer(model)
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        msg = f"encoder {model!r}: cannot be loaded ({reason}). Give a known model or its folder."
        raise UsageError(msg) from error

    def encode(sentences: list[str]) -> NDArray[np.floating]:
        return np.asarray(loaded.encode(sentences, show_progress_bar=False))

    return encode
