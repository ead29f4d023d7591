"""The user guide: its Markdown → sections of safe HTML.

The guide is one file of our own, written with few signs: headings, paragraphs, lists, tables,
pictures, bold and code. What it does not use is not read here: a test asks that no sign of the file
is left over. Every character is escaped, so nothing of the file is HTML by itself.
"""

import re
import textwrap
from dataclasses import dataclass

from markupsafe import Markup, escape

HEADING = re.compile(r"(#{1,3}) +(.+)")
ITEM = re.compile(r"([-*]|\d+\.) +")
PICTURE = re.compile(r"!\[([^\]]*)\]\((images/[\w.-]+)\)")
CODE = re.compile(r"`([^`]+)`")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
TABLE = Markup(
    '<div class="table-responsive"><table class="table table-sm"><thead>%s</thead>'
    "<tbody>%s</tbody></table></div>"
)
PICTURES = "/vsoko_module/static/guide/"


@dataclass(frozen=True)
class Chapter:
    """One heading of the guide with what stands under it until the next heading."""

    title: str
    level: int
    html: Markup


def read(text: str) -> list[Chapter]:
    """The sections in their order; what stands before the first heading is no section."""
    sections, lines = [], text.splitlines()
    starts = [number for number, line in enumerate(lines) if HEADING.fullmatch(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        signs, title = HEADING.fullmatch(lines[start]).groups()
        sections.append(Chapter(title, len(signs), _blocks(lines[start + 1 : end])))
    return sections


def _blocks(lines: list[str]) -> Markup:
    """The HTML of lines that hold no heading."""
    html, left = Markup(), list(lines)
    while left:
        if left[0].strip():
            html += _block(left)
        else:
            left.pop(0)
    return html


def _block(left: list[str]) -> Markup:
    """Take the first block from the lines and give its HTML."""
    picture = PICTURE.fullmatch(left[0].strip())
    if picture:
        left.pop(0)
        return Markup('<p><img class="img-fluid border" src="%s" alt="%s"/></p>') % (
            PICTURES + picture[2],
            picture[1],
        )
    if left[0].startswith("|"):
        return _table(_taken(left, lambda line: line.startswith("|")))
    if ITEM.match(left[0]):
        return _list(left)
    rows = [left.pop(0)]
    rows += _taken(left, lambda line: line.strip() and not _begins(line))
    return Markup("<p>%s</p>") % inline(" ".join(map(str.strip, rows)))


def _begins(line: str) -> bool:
    return bool(ITEM.match(line) or line.startswith("|") or PICTURE.fullmatch(line.strip()))


def _taken(left: list[str], is_wanted) -> list[str]:
    taken = []
    while left and is_wanted(left[0]):
        taken.append(left.pop(0))
    return taken


def _table(rows: list[str]) -> Markup:
    """A table whose second row says that the first one is its heading."""
    cells = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in rows]
    head, body = cells[0], cells[2:]
    names = _row(head, Markup('<th scope="col">%s</th>'))
    rows = Markup().join(_row(row, Markup("<td>%s</td>")) for row in body)
    return TABLE % (names, rows)


def _row(cells: list[str], cell: Markup) -> Markup:
    return Markup("<tr>%s</tr>") % Markup().join(cell % inline(text) for text in cells)


def _list(left: list[str]) -> Markup:
    """A list of one kind; what is written under an item, further in, belongs to it."""
    tag = "ol" if left[0][0].isdigit() else "ul"
    items = Markup()
    while left and ITEM.match(left[0]) and left[0][0].isdigit() == (tag == "ol"):
        items += Markup("<li>%s</li>") % _item(left)
        while left and not left[0].strip() and len(left) > 1 and ITEM.match(left[1]):
            left.pop(0)
    return Markup("<%s>%s</%s>") % (tag, items, tag)


def _item(left: list[str]) -> Markup:
    first = left.pop(0)
    words = [first[ITEM.match(first).end() :]]
    under = textwrap.dedent("\n".join(_taken(left, _is_within))).splitlines()
    words += _taken(under, lambda line: not ITEM.match(line))
    return inline(" ".join(map(str.strip, words))) + _blocks(under)


def _is_within(line: str) -> bool:
    return line.startswith("  ")


def inline(text: str) -> Markup:
    """Bold and code of one line of text; everything else is text."""
    html = str(escape(text))
    html = BOLD.sub(r"<strong>\1</strong>", html)
    return Markup(CODE.sub(r"<code>\1</code>", html))
