"""Errors of Visavis, and the process exit status each one means.

VisavisError
├── DataError    the corpus, a text or a row is not as it must be: exit status 1
└── UsageError   the call itself is wrong (a missing folder, a bad option): exit status 2

Every message says where, what is wrong and what to do, in one line.
"""


class VisavisError(Exception):
    """A mistake that the user can mend; shown as one message, without a traceback."""

    exit_status = 1


class DataError(VisavisError):
    """The corpus, a text or a row is not as it must be."""


class UsageError(VisavisError):
    """The command or function was called in a way that cannot work."""

    exit_status = 2
