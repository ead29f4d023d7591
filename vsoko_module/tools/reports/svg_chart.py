"""Charts as SVG text, drawn by pygal without scripts or outside links."""

import pygal
from pygal.style import Style

from .formatting import NBSP, number

_FONT = "'DejaVu Sans', 'Liberation Sans', sans-serif"
_LOOK = {
    "background": "transparent",
    "plot_background": "transparent",
    "foreground": "#333333",
    "foreground_strong": "#111111",
    "foreground_subtle": "#BBBBBB",
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
_OPTIONS = {
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
    # a line does not lead over what has no data
    "allow_interruptions": True,
}


def svg_chart(chart):
    """SVG text of a ``Chart``."""
    # pygal centres the number on the end of a bar across: spaces move it past the end
    room = NBSP * 6 if chart.horizontal else ""
    options = dict(
        _OPTIONS,
        style=Style(**_LOOK, colors=chart.colours),
        value_formatter=lambda value: room + _number(chart, value),
        show_legend=chart.has_legend,
        print_values=not chart.lines,
    )
    if chart.horizontal:
        options["height"] = max(260, 60 + 24 * len(chart.labels) * len(chart.series))
    # a little room above the highest bar for its number
    drawn = _kind(chart)(range=(0, chart.top * 1.05), **options)
    drawn.y_labels = [{"value": mark, "label": number(mark, 0)} for mark in chart.marks]
    drawn.add_xml_filter(_without_scripts)
    # the first bar across is drawn at the bottom
    turn = -1 if chart.horizontal else 1
    drawn.x_labels = chart.labels[::turn]
    for series in chart.series:
        drawn.add(series.title or None, _points(series)[::turn])
    return drawn.render(is_unicode=True)


def _kind(chart):
    if chart.lines:
        return pygal.Line
    return pygal.HorizontalBar if chart.horizontal else pygal.Bar


def _number(chart, value):
    return "" if chart.only_filled and not value else number(value, chart.digits)


def _points(series):
    if not series.colours:
        return series.values
    pairs = zip(series.values, series.colours, strict=True)
    return [{"value": value, "color": colour} for value, colour in pairs]


def _without_scripts(root):
    """pygal writes its settings as a script even with ``js=()``."""
    for parent in root.iter():
        for script in parent.findall("script"):
            parent.remove(script)
    return root
