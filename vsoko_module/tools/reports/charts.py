"""Frozen figures → charts, the same for every file."""

import base64

from ..translation import _lt, translated
from ..writers.cells import PERCENT
from .chart import Chart, Series
from .declaration import BARS, COMPARISON, GIVEN_CHART
from .given import LINES
from .svg_chart import svg_chart

CHART_ROOM = 26
# with more upright bars than this there is no room for decimals over them
FEW = 6


def build(frozen, block, _):
    """``Chart`` of a frozen block; None for a block that is no chart or has nothing to draw."""
    builder = _BUILDERS.get(block["kind"])
    return builder(frozen, block, _) if builder else None


def data_uri(chart):
    """The chart as an address of a picture that needs no server."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg_chart(chart).encode()).decode()


def _bars(frozen, block, _):
    cells = frozen.cells(block["scope"])
    codes = frozen.codes(block)
    series = [
        Series(
            frozen.heading(code, CHART_ROOM),
            [frozen.figure(cell, code).value for cell in cells],
        )
        for code in codes
    ]
    labels = [frozen.name(cell) for cell in cells]
    is_narrow = len(cells) > FEW and not block["horizontal"]
    digits = 0 if is_narrow else _digits(frozen, codes)
    floor = _floor(frozen, codes)
    return _chart(labels, series, digits, floor, horizontal=block["horizontal"])


def _comparison(frozen, block, _):
    codes = frozen.codes(block)
    (cell,) = frozen.cells(block["scope"]) or ("school",)
    parts = {
        _lt("A year before"): "last_year_value",
        _lt("Previous period"): "previous_value",
        _lt("This period"): "value",
    }
    if frozen.is_year:
        parts = {_lt("A year before"): "previous_value", _lt("This year"): "value"}
    series = [
        Series(translated(_, title), [getattr(frozen.figure(cell, code), part) for code in codes])
        for title, part in parts.items()
    ]
    labels = [frozen.heading(code, CHART_ROOM) for code in codes]
    return _chart(labels, series, _digits(frozen, codes), _floor(frozen, codes))


def _digits(frozen, codes):
    return max(map(frozen.digits, codes), default=0)


def _floor(frozen, codes):
    """How far the axis goes at least: shares are looked at against the whole."""
    return 100 if any(frozen.kind(code) == PERCENT for code in codes) else 0


def _given(frozen, block, _):
    return given_chart(frozen.given(block["name"]))


def given_chart(data):
    """``Chart`` of what ``given.frozen_chart`` returned; None without a value."""
    series = [Series(entry["title"], entry["values"], entry["colours"]) for entry in data["series"]]
    shape = {"lines": data["shape"] == LINES, "only_filled": True}
    return _chart(data["labels"], series, data["digits"], data["highest"] or 0, **shape)


def _chart(labels, series, digits, floor, **shape):
    """The chart, or None when no series has a value."""
    drawn = [line for line in series if any(value is not None for value in line.values)]
    return Chart(labels, drawn, digits, floor, **shape) if drawn else None


_BUILDERS = {BARS: _bars, COMPARISON: _comparison, GIVEN_CHART: _given}
KINDS = frozenset(_BUILDERS)
