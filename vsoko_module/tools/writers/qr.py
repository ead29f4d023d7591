"""QR codes as pictures that a page can hold; drawn as SVG, which needs no graphics library."""

import base64
from itertools import groupby

from reportlab.graphics.barcode.qr import QrCodeWidget

# light modules around the code, without which a camera does not find it
QUIET = 4


def qr_uri(text, size=300):
    """A ``data:`` address of the picture of a text."""
    picture = _svg(_modules(text), size)
    return "data:image/svg+xml;base64," + base64.b64encode(picture.encode()).decode()


def _modules(text):
    """Rows of the code, True for a dark module."""
    widget = QrCodeWidget(text, barLevel="M")
    widget.qr.make()
    count = widget.qr.getModuleCount()
    return [[widget.qr.isDark(row, column) for column in range(count)] for row in range(count)]


def _svg(modules, size):
    """One path for all: a shape for each module of hundreds of codes would take minutes."""
    side = len(modules) + 2 * QUIET
    bars = "".join(
        f"M{column + QUIET} {row + QUIET}h{width}v1h-{width}z"
        for row, line in enumerate(modules)
        for column, width in _runs(line)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"'
        f' viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{bars}"/></svg>'
    )


def _runs(line):
    """(first column, width) of the dark stretches of a row."""
    column = 0
    for is_dark, group in groupby(line):
        width = len(list(group))
        if is_dark:
            yield column, width
        column += width
