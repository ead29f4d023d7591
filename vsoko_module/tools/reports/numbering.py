"""Numbers of the tables and the charts of a document, the same in every rendering."""


class Numbering:
    """Counts what it has named; what has no title gets the number alone."""

    def __init__(self, is_numbered, _):
        self.is_numbered, self._ = is_numbered, _
        self.tables = self.charts = 0

    def name_table(self, title):
        self.tables += 1
        if not self.is_numbered:
            return title
        return self._("Table %(number)s. %(title)s", number=self.tables, title=title).rstrip()

    def name_chart(self, title):
        self.charts += 1
        if not self.is_numbered:
            return title
        return self._("Figure %(number)s. %(title)s", number=self.charts, title=title).rstrip()

    def name_blocks(self, blocks):
        """Blocks as the templates take them, with their numbers."""
        return [
            {**block, "title": (self.name_chart if block["chart"] else self.name_table)(title)}
            for block in blocks
            for title in [block["title"]]
        ]
