"""Charts: small pictures as SVG, the same bytes for the same numbers.

Coordinates are rounded to tenths; colours are those of Okabe and Ito (2008), told apart by
readers who do not see all colours.
"""

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
_LABELS, _PLOT, _FIGURES = 210, 400, 90
"""Widths of the names at the left, of the plot and of the figures at the right, in pixels."""
_ROW, _TOP, _GAP = 22, 58, 4


class Bar(NamedTuple):
    """A row of a bar chart: its name and its parts, by series."""

    name: str
    parts: "Mapping[str, float]"


class Interval(NamedTuple):
    """A row of an interval chart: its name, a value and the interval around it, from 0 to 1."""

    name: str
    value: float
    low: float
    high: float


def bars(title: str, rows: "Sequence[Bar]") -> str:
    """A chart of horizontal bars, stacked by series; each row ends with its total."""
    series = list(dict.fromkeys(name for row in rows for name in row.parts))
    longest = max([sum(row.parts.values()) for row in rows], default=0) or 1
    colours = {name: _COLOURS[rank % len(_COLOURS)] for rank, name in enumerate(series)}
    drawn = _legend(colours) if len(series) > 1 else []
    for rank, row in enumerate(rows):
        y = _TOP + rank * _ROW
        x = float(_LABELS)
        drawn.append(_text(_LABELS - 8, y + 14, row.name, anchor="end"))
        for name, size in row.parts.items():
            width = _PLOT * size / longest
            drawn.append(
                f'<rect x="{x:.1f}" y="{y + _GAP}" width="{width:.1f}" height="{_ROW - 2 * _GAP}" '
                f'fill="{colours[name]}"/>'
            )
            x += width
        drawn.append(_text(x + 6, y + 14, f"{sum(row.parts.values()):g}"))
    return _svg(title, len(rows), drawn)


def intervals(title: str, rows: "Sequence[Interval]") -> str:
    """A chart of values between 0 and 1 with an interval around each."""
    bottom = _TOP + len(rows) * _ROW
    drawn = []
    for tenth in range(0, 11, 2):
        x = _LABELS + _PLOT * tenth / 10
        drawn += [
            f'<line x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{bottom}" stroke="#dddddd"/>',
            _text(x, _TOP - 8, f"{tenth / 10:g}", anchor="middle"),
        ]
    for rank, row in enumerate(rows):
        y = _TOP + rank * _ROW + _ROW / 2
        low, value, high = (_LABELS + _PLOT * part for part in (row.low, row.value, row.high))
        drawn += [
            _text(_LABELS - 8, y + 4, row.name, anchor="end"),
            _line(low, high, y),
            f'<circle cx="{value:.1f}" cy="{y:.1f}" r="4.5" fill="{_COLOURS[0]}"/>',
            _text(_LABELS + _PLOT + 10, y + 4, f"{row.value:.3f}"),
        ]
    return _svg(title, len(rows), drawn)


def _legend(colours: "Mapping[str, str]") -> list[str]:
    drawn, x = [], float(_LABELS)
    for name, colour in colours.items():
        drawn += [
            f'<rect x="{x:.1f}" y="34" width="11" height="11" fill="{colour}"/>',
            _text(x + 16, 44, name),
        ]
        x += 34 + 7 * len(name)
    return drawn


def _line(start: float, end: float, y: float) -> str:
    ends = f'x1="{start:.1f}" y1="{y:.1f}" x2="{end:.1f}" y2="{y:.1f}"'
    return f'<line {ends} stroke="{_COLOURS[0]}" stroke-width="3"/>'


def _text(x: float, y: float, words: str, *, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _svg(title: str, rows: int, drawn: "Sequence[str]") -> str:
    width, height = _LABELS + _PLOT + _FIGURES, _TOP + rows * _ROW + 14
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" font-family="sans-serif" font-size="12" fill="#222222">'
    )
    lines = [
        head,
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="12" y="22" font-size="14" font-weight="bold">{escape(title)}</text>',
        *drawn,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"
