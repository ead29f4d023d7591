"""Frozen blocks → what the templates of the screen and of the printed page show."""

from . import charts, tables
from .formatting import shown_table


def shown_blocks(frozen, blocks, _):
    """Tables and charts of frozen blocks as the templates take them; a chart without points is
    left out."""
    shown = (_shown_block(frozen, block, _) for block in blocks)
    return [block for block in shown if block]


def _shown_block(frozen, block, _):
    table = tables.build(frozen, block, _)
    if table:
        return shown_table(table, _("no data"))
    chart = charts.build(frozen, block, _)
    return chart and {"title": block["title"], "chart": charts.data_uri(chart)}
