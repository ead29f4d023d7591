"""A form as a whole: which cells are marked, what is wrong with a place, and the filled file.

Only ``sheetData`` of the sheets and one switch of ``xl/workbook.xml`` are touched; every other part
goes into the filled file byte for byte: formats, widths, print settings, pictures, charts,
drop-down lists. Libraries that read a workbook and write it anew lose some of these.
"""

import posixpath
import re
from typing import NamedTuple

from lxml import etree

from ..readers import limits
from ..readers.archive import office_parts, pack
from ..readers.refusals import Refused
from ..readers.xml_part import parse_part
from .looks import Looks
from .marks import has_marks, parse_marks
from .problem import FormProblem
from .sheet import FormSheet, own_text, serialise, split_address, within

_ACTIVE = re.compile(
    r"(?:.*/)?(?:vbaProject[^/]*|macrosheets/.*|dialogsheets/.*|activeX/.*|ctrlProps/.*"
    r"|embeddings/.*)",
    re.IGNORECASE,
)
_LINKS = re.compile(r"xl/(?:externalLinks/.*|connections\.xml|queryTables/.*)", re.IGNORECASE)
_WORKBOOK = "xl/workbook.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# of what stands before the settings of calculation in a workbook, the last that is there
_BEFORE_CALCULATION = ("definedNames", "externalReferences", "functionGroups", "sheets")


class MarkedCell(NamedTuple):
    sheet: str
    cell: str
    text: str
    marks: list


class FormWorkbook:
    """A checked xlsx file.

    :param content: bytes of the file; its kind is found by content
    :raise Refused: for anything that is no plain xlsx workbook
    """

    def __init__(self, content):
        if len(content) > limits.FILE_BYTES:
            raise Refused("too_big", limit=limits.FILE_BYTES // limits.MEGABYTE)
        if not content.startswith(b"PK\x03\x04"):
            raise Refused("form_not_xlsx")
        self._parts = office_parts(content, _WORKBOOK)
        self._check_plain()
        styles = self._parts.get("xl/styles.xml")
        self._looks = Looks(parse_part(styles) if styles else None)
        self._strings = self._read_strings()
        self._paths = self._find_sheets()
        self._sheets = {}

    @property
    def sheets(self):
        """Names of the worksheets in their order."""
        return list(self._paths)

    def marked(self):
        """The ``MarkedCell``s of all sheets, from the top of the first to the end of the last."""
        found = [
            MarkedCell(name, address, text, parse_marks(text))
            for name in self._paths
            for address, text in self._sheet(name).texts()
            if has_marks(text)
        ]
        if sum(len(cell.marks) for cell in found) > limits.FORM_MARKS:
            raise Refused("form_marks", limit=limits.FORM_MARKS)
        return found

    def problem(self, sheet, cell):
        """The ``FormProblem`` of writing into a cell, or None."""
        if sheet not in self._paths:
            return FormProblem("unknown_sheet", {"text": sheet, "known": ", ".join(self._paths)})
        if not split_address(cell):
            return FormProblem("wrong_cell", {"text": cell})
        page = self._sheet(sheet)
        if page.has_formula(cell):
            return FormProblem("formula")
        covering = page.covering(cell)
        if covering:
            return FormProblem("covered", {"text": covering})
        if any(within(split_address(cell), heading) for heading in self._table_headings(sheet)):
            return FormProblem("table_heading")
        return None

    def text(self, sheet, cell):
        return self._sheet(sheet).text(cell)

    def fill(self, values):
        """Bytes of the filled form.

        :param values: ``{(sheet, cell): str, date, Number or None}``
        """
        for (sheet, cell), value in values.items():
            self._sheet(sheet).put(cell, value)
        # a total of any sheet may rest on a filled cell
        counted = [self._sheet(name).forget_results() for name in self._paths]
        parts = dict(self._parts)
        for name, page in self._sheets.items():
            parts[self._paths[name]] = serialise(page.root)
        if any(counted):
            parts[_WORKBOOK] = _recalculated(parts[_WORKBOOK])
        return pack(parts)

    def _sheet(self, name):
        if name not in self._sheets:
            data = self._parts[self._paths[name]]
            self._sheets[name] = FormSheet(name, data, self._strings, self._looks)
        return self._sheets[name]

    def _check_plain(self):
        for name in self._parts:
            if _ACTIVE.fullmatch(name):
                raise Refused("form_active", name=name)
            if _LINKS.fullmatch(name):
                raise Refused("form_links", name=name)
        if b"macroEnabled" in self._parts.get("[Content_Types].xml", b""):
            raise Refused("form_active", name="macroEnabled")

    def _read_strings(self):
        data = self._parts.get("xl/sharedStrings.xml")
        return [own_text(node) for node in parse_part(data).iterchildren("{*}si")] if data else []

    def _find_sheets(self):
        """``{name: path of the part}`` of the worksheets; sheets of charts have no cells."""
        targets = self._relations(_WORKBOOK)
        sheets = parse_part(self._parts[_WORKBOOK]).findall("{*}sheets/{*}sheet")
        if len(sheets) > limits.SHEETS:
            raise Refused("too_many_sheets", count=len(sheets), limit=limits.SHEETS)
        found = {}
        for sheet in sheets:
            kind, path = targets.get(sheet.get(_RELATION) or _strict_id(sheet), ("", ""))
            if kind == "worksheet" and path in self._parts:
                found[sheet.get("name", "")] = path
        if not found:
            raise Refused("broken_workbook")
        return found

    def _relations(self, path):
        """``{id: (kind, path)}`` of what a part refers to inside the file."""
        folder, name = posixpath.split(path)
        data = self._parts.get(f"{folder}/_rels/{name}.rels")
        relations = {}
        for node in parse_part(data).iterchildren("{*}Relationship") if data else ():
            if node.get("TargetMode") == "External":
                continue
            target = node.get("Target", "")
            full = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            relations[node.get("Id")] = (node.get("Type", "").rpartition("/")[2], full)
        return relations

    def _table_headings(self, sheet):
        """Ranges of the first rows of the tables of a sheet."""
        for kind, path in self._relations(self._paths[sheet]).values():
            if kind == "table" and path in self._parts:
                table = parse_part(self._parts[path])
                first, _colon, last = table.get("ref", "").partition(":")
                start, end = split_address(first), split_address(last)
                if start and end and table.get("headerRowCount", "1") != "0":
                    yield f"{first}:{re.sub(r'[0-9]+', '', last)}{start[0]}"


def _strict_id(sheet):
    """The id of a sheet in a file of the strict kind, whose names are in another namespace."""
    ids = (value for key, value in sheet.items() if etree.QName(key).localname == "id")
    return next(ids, "")


def _recalculated(data):
    """The workbook that counts all its formulas when it is opened."""
    root = parse_part(data)
    tag = f"{{{etree.QName(root).namespace}}}"
    settings = root.find(f"{tag}calcPr")
    if settings is None:
        settings = etree.Element(f"{tag}calcPr")
        before = next(
            node for name in _BEFORE_CALCULATION if (node := root.find(tag + name)) is not None
        )
        before.addnext(settings)
    settings.set("fullCalcOnLoad", "1")
    return serialise(root)
