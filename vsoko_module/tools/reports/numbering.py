"""Numbers of the tables and the charts of a document, the same in every rendering."""

from base64 import b64encode

from .enclosures import PNG


class Numbering:
    """Counts what it has named; what has no title gets the number alone."""

    def __init__(self, is_numbered, _):
        self.is_numbered, self._ = is_numbered, _
        self.tables = self.charts = self.pictures = self.appendices = 0

    def name_table(self, title, is_empty=False):
        """A table without rows has no number: the contents of a document count what is there."""
        if not self.is_numbered or is_empty:
            return title
        self.tables += 1
        text = self._("Table %(number)s. %(title)s", number=self.tables, title=title)
        return text if title else _without_sign(text)

    def name_chart(self, title):
        self.charts += 1
        if not self.is_numbered:
            return title
        return self._name_figure(title)

    def name_picture(self, title):
        """A picture always has a number, because the text beside it refers to it."""
        self.pictures += 1
        return self._name_figure(title)

    def name_appendix(self, title):
        self.appendices += 1
        return self._("Appendix %(number)s. %(title)s", number=self.appendices, title=title)

    def _name_block(self, block):
        if block["chart"]:
            return self.name_chart(block["title"])
        return self.name_table(block["title"], not block["rows"])

    def _name_figure(self, title):
        number = self.pictures + (self.charts if self.is_numbered else 0)
        text = self._("Figure %(number)s. %(title)s", number=number, title=title)
        return text if title else _without_sign(text)

    def name_blocks(self, blocks):
        """Blocks as the templates take them, with their numbers."""
        return [{**block, "title": self._name_block(block)} for block in blocks]

    def show_pictures(self, pictures):
        """Pictures as the templates take them: with their numbers, their bytes in the page."""
        return [
            {
                "title": self.name_picture(picture.title),
                "alt": picture.alt,
                "source": _source(picture.content),
            }
            for picture in pictures
        ]

    def name_appendices(self, titles):
        return [self.name_appendix(title) for title in titles]


def _without_sign(text):
    """A number that no title follows."""
    return text.rstrip(" .–")


def _source(content):
    kind = "png" if content.startswith(PNG) else "jpeg"
    return f"data:image/{kind};base64,{b64encode(content).decode()}"
