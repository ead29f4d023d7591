"""A picture of people in a document of Word, with its title under it."""

import io

from docx.shared import Mm

from .word_page import clean, width
from .word_template import CENTRED

# room for the title and some text beside it on a page across
HIGHEST = Mm(120)
POINTS_AN_INCH = 150


def add_picture(word, title, alt, content):
    """The picture as wide as its points allow at 150 an inch, and its numbered title.

    :param alt: what stands on it, for whoever does not see it
    """
    paragraph = word.add_paragraph(style=CENTRED)
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(io.BytesIO(content))
    _fit(shape, width(word))
    properties = shape._inline.docPr
    properties.set("descr", clean(alt))
    word.add_paragraph(clean(title), CENTRED)


def _fit(shape, room):
    """Make the picture no wider than ``room`` and no higher than the half of a page."""
    part = min(1, room / shape.width, HIGHEST / shape.height)
    shape.width, shape.height = int(shape.width * part), int(shape.height * part)
