"""Frozen figures → charts as SVG text, drawn by pygal without scripts or outside links."""

import base64
from math import ceil

import pygal
from pygal.style import Style

from ..formula.errors import _lt
from .declaration import BARS, COMPARISON, GIVEN_CHART
from .formatting import NBSP, number
from .given import LINES

CHART_ROOM = 26
_FONT = "'DejaVu Sans', 'Liberation Sans', sans-serif"
_LOOK = {
    "background": "transparent",
    "plot_background": "transparent",
    "foreground": "#333333",
    "foreground_strong": "#111111",
    "foreground_subtle": "#BBBBBB",
    "colors": ("#2F6DB5", "#F0A030", "#7A9E4E", "#9A6FB0"),
    "font_family": _FONT,
    "label_font_size": 13,
    "major_label_font_size": 13,
    "value_font_size": 11,
    "legend_font_size": 14,
    "guide_stroke_color": "#DDDDDD",
    "guide_stroke_dasharray": "1,0",
    "major_guide_stroke_color": "#DDDDDD",
    "major_guide_stroke_dasharray": "1,0",
    "opacity": "1",
    "transition": "0s",
}
_STYLE = Style(**_LOOK)
_OPTIONS = {
    "style": _STYLE,
    "js": (),
    "disable_xml_declaration": True,
    "legend_at_bottom": True,
    "print_values": True,
    "print_values_position": "top",
    "width": 1000,
    "height": 380,
    "margin": 8,
    "margin_bottom": 40,
    "spacing": 12,
    "legend_at_bottom_columns": 3,
    "no_data_text": "",
}


def build(frozen, block, translate):
    """SVG text of a frozen block; None for a block that is no chart or has nothing to draw."""
    builder = _BUILDERS.get(block["kind"])
    chart = builder(frozen, block, translate) if builder else None
    return chart.render(is_unicode=True) if chart else None


def data_uri(svg):
    """The picture as an address that needs no server."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _bars(frozen, block, _translate):
    cells = frozen.cells(block["scope"])
    codes = frozen.codes(block)
    series = {
        frozen.heading(code, CHART_ROOM): [frozen.figure(cell, code).get("value") for cell in cells]
        for code in codes
    }
    labels = [frozen.name(cell) for cell in cells]
    digits = 0 if len(cells) > 6 else max(map(frozen.digits, codes), default=0)
    return _chart(labels, series, digits, block["horizontal"])


def _comparison(frozen, block, translate):
    codes = frozen.codes(block)
    (cell,) = frozen.cells(block["scope"]) or ("school",)
    parts = {
        _lt("A year before"): "last_year",
        _lt("Previous period"): "previous",
        _lt("This period"): "value",
    }
    series = {
        translate(title): [frozen.figure(cell, code).get(part) for code in codes]
        for title, part in parts.items()
    }
    labels = [frozen.heading(code, CHART_ROOM) for code in codes]
    return _chart(labels, series, max(map(frozen.digits, codes), default=0))


def _chart(labels, series, digits, horizontal=False):
    """The chart, or None when no series has a value."""
    drawn = {name: values for name, values in series.items() if any(v is not None for v in values)}
    if not drawn:
        return None
    options = dict(
        _OPTIONS,
        value_formatter=lambda value: number(value, digits),
        show_legend=len(drawn) > 1,
    )
    kind = pygal.Bar
    if horizontal:
        kind = pygal.HorizontalBar
        # pygal centres the number on the end of the bar: spaces move it past the end
        options["value_formatter"] = lambda value: NBSP * 6 + number(value, digits)
        options["height"] = max(260, 60 + 24 * len(labels) * len(drawn))
        labels = labels[::-1]
        drawn = {name: values[::-1] for name, values in drawn.items()}
    top = max(100, _highest(drawn))
    # a little room above the highest bar for its number
    chart = kind(range=(0, top * 1.05), **options)
    chart.y_labels = [
        {"value": top * part / 4, "label": number(top * part / 4, 0)} for part in range(5)
    ]
    chart.add_xml_filter(_without_scripts)
    chart.x_labels = labels
    for name, values in drawn.items():
        chart.add(name, values)
    return chart


def _given(frozen, block, _translate):
    data = frozen.given(block["name"])
    drawn = [series for series in data["series"] if any(v is not None for v in series["values"])]
    if not drawn:
        return None
    kind = pygal.Line if data["shape"] == LINES else pygal.Bar
    found = max(value for series in drawn for value in series["values"] if value is not None)
    # numbers of people are whole: so are the four steps of the scale
    top = data["highest"] or 4 * ceil(max(found, 1) / 4)
    chart = kind(
        range=(0, top * 1.05),
        **_OPTIONS
        | {
            "style": _coloured(drawn),
            "value_formatter": lambda value: number(value, data["digits"]) if value else "",
            "print_values": kind is pygal.Bar,
            "show_legend": any(series["title"] for series in drawn),
        },
    )
    chart.y_labels = [
        {"value": top * part / 4, "label": number(top * part / 4, 0)} for part in range(5)
    ]
    chart.add_xml_filter(_without_scripts)
    chart.x_labels = data["labels"]
    for series in drawn:
        chart.add(series["title"] or None, _points(series))
    return chart


def _coloured(drawn):
    """The style in which a series has the colour of its first point."""
    colours = [series["colours"] and series["colours"][0] for series in drawn]
    defaults = _STYLE.colors
    own = tuple(colour or defaults[place % len(defaults)] for place, colour in enumerate(colours))
    return Style(**_LOOK | {"colors": own})


def _points(series):
    colours = series["colours"]
    if not colours:
        return series["values"]
    return [
        {"value": value, "color": colour}
        for value, colour in zip(series["values"], colours, strict=True)
    ]


def _without_scripts(root):
    """pygal writes its settings as a script even with ``js=()``."""
    for parent in root.iter():
        for script in parent.findall("script"):
            parent.remove(script)
    return root


def _highest(series):
    return max(value for values in series.values() for value in values if value is not None)


_BUILDERS = {BARS: _bars, COMPARISON: _comparison, GIVEN_CHART: _given}
KINDS = frozenset(_BUILDERS)
