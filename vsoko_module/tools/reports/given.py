"""What a report freezes as it was found: tables, points of charts, draft sentences.

Plain JSON::

    table: {"columns": [{"title", "kind", "digits", "note", "width"}], "rows": [[value or cell]],
            "note": "", "sentences": ["…"]}      a cell is a dict of the fields of ``Cell``
    chart: {"shape": "bars" or "lines", "labels": ["…"], "digits": 0, "highest": 100 or None,
            "series": [{"title", "values", "colours"}]}
    words: {"sentences": ["…"]}
"""

from dataclasses import fields

from ..writers.cells import Cell

BARS, LINES = "bars", "lines"
_PLAIN = {field.name: field.default for field in fields(Cell) if field.name != "value"}


def frozen_table(columns, rows, note="", sentences=()):
    """The table as data.

    :param columns: of ``writers.cells.Column``
    :param rows: plain values or ``Cell``; None is missing
    """
    return {
        "columns": [
            {
                "title": column.title,
                "kind": column.kind,
                "digits": column.digits,
                "note": column.note,
                "width": column.width,
            }
            for column in columns
        ],
        "rows": [[_frozen_cell(value) for value in row] for row in rows],
        "note": note,
        "sentences": list(sentences),
    }


def frozen_chart(labels, series, shape=BARS, digits=0, highest=None):
    """The points of a chart as data.

    :param series: ``[(title, values, colours or None)]``; a value may be None, colours go with
        the values
    :param highest: top of the scale; None: as the values need
    """
    return {
        "shape": shape,
        "labels": list(labels),
        "digits": digits,
        "highest": highest,
        "series": [
            {"title": title, "values": list(values), "colours": colours and list(colours)}
            for title, values, colours in series
        ],
    }


def _frozen_cell(value):
    if not isinstance(value, Cell):
        return value
    looks = {name: getattr(value, name) for name in _PLAIN}
    return {"value": value.value} | {
        name: look for name, look in looks.items() if look != _PLAIN[name]
    }
