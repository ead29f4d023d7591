"""Frozen blocks → what the templates of the screen and of the printed page show."""

from ..formula.errors import _lt
from . import charts, tables
from .formatting import shown_table


def shown_blocks(frozen, blocks, translate):
    """Tables and charts of frozen blocks as the templates take them; a chart without points is
    left out."""
    shown = (_shown_block(frozen, block, translate) for block in blocks)
    return [block for block in shown if block]


def _shown_block(frozen, block, translate):
    table = tables.build(frozen, block, translate)
    if table:
        return shown_table(table, translate(_lt("no data")))
    chart = charts.build(frozen, block, translate)
    return chart and {"title": block["title"], "chart": charts.data_uri(chart)}
