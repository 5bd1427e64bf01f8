"""What can go wrong between here and a server."""

from visavis.errors import VisavisError


class ServerError(VisavisError):
    """The server refuses, cannot be reached, or answers what cannot be."""


class Lost(ServerError):  # noqa: N818 - the fate of an order, not a kind of error
    """The answer did not arrive: the server may have done what it was told, or may yet.

    Attributes:
        late: whether the server was still at it when waiting ended.
    """

    late = False


class Busy(Lost):
    """The server has not done what it was told, and asks to be left alone for a while.

    Attributes:
        wait: seconds that it asks for.
    """

    wait = 0.0
