"""QR codes as pictures that a page can hold; drawn as SVG, which needs no graphics library."""

import base64

from reportlab.graphics.barcode import createBarcodeDrawing


def qr_uri(text, size=300):
    """A ``data:`` address of the picture of a text."""
    drawing = createBarcodeDrawing("QR", value=text, width=size, height=size, barLevel="M")
    picture = drawing.asString("svg")
    content = picture if isinstance(picture, bytes) else picture.encode()
    return "data:image/svg+xml;base64," + base64.b64encode(content).decode()
