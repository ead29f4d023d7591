"""One sheet of a form: finding cells by address and writing into them, nothing else changes."""

import re
from datetime import date

from lxml import etree

from ..numbers import rounded
from ..readers.refusals import Refused
from ..readers.xml_part import parse_part
from ..writers.xlsx import fitting
from .marks import FormNumber

ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
MAX_COLUMN, MAX_ROW = 16384, 1048576
# what XML cannot hold
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_EPOCH = date(1899, 12, 30)


def serialise(root):
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def split_address(address):
    """``(row, column)`` from 1 of an address such as B5, or None."""
    found = ADDRESS.fullmatch(address)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column) if column <= MAX_COLUMN and row <= MAX_ROW else None


def join_address(row, column):
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def _whole(text):
    """A number of an attribute; 0 when it is absent or no number."""
    return int(text) if text and text.isdecimal() else 0


def own_text(node):
    """The text of a string of a workbook: its runs joined, the phonetic hints left out."""
    runs = node.xpath("*[local-name()='t'] | *[local-name()='r']/*[local-name()='t']")
    return "".join(run.text or "" for run in runs)


class FormSheet:
    """The cells of one worksheet.

    :param data: bytes of the part
    :param strings: texts of the shared strings
    :param looks: ``Looks`` of the workbook
    """

    def __init__(self, name, data, strings, looks):
        self.name = name
        self.root = parse_part(data)
        self._tag = f"{{{etree.QName(self.root).namespace}}}"
        self._strings = strings
        self._looks = looks
        self._data = self.root.find(f"{self._tag}sheetData")
        if self._data is None:
            raise Refused("broken_workbook")
        self._rows = {}
        self._cells = {}
        self._index()

    def _index(self):
        """Find every row and cell; both may leave out where they stand: then next to the last."""
        row_number = 0
        for row in self._data.iterchildren(f"{self._tag}row"):
            row_number = _whole(row.get("r")) or row_number + 1
            self._rows[row_number] = row
            column = 0
            for cell in row.iterchildren(f"{self._tag}c"):
                place = split_address(cell.get("r") or "")
                column = place[1] if place else column + 1
                self._cells[row_number, column] = cell

    def texts(self):
        """Yield ``(address, text)`` of the cells that hold a text typed by people."""
        for place, cell in self._cells.items():
            text = self._text(cell)
            if text:
                yield join_address(*place), text

    def text(self, address):
        cell = self._cells.get(split_address(address))
        return self._text(cell) if cell is not None else ""

    def _text(self, cell):
        kind = cell.get("t")
        if kind == "inlineStr":
            inline = cell.find(f"{self._tag}is")
            return own_text(inline) if inline is not None else ""
        index = cell.findtext(f"{self._tag}v") or ""
        if kind == "s" and index.isdecimal() and int(index) < len(self._strings):
            return self._strings[int(index)]
        return ""

    def has_formula(self, address):
        cell = self._cells.get(split_address(address))
        return cell is not None and cell.find(f"{self._tag}f") is not None

    def covering(self, address):
        """The merged cell whose top left corner is another cell than this, or None."""
        place = split_address(address)
        for merged in self.root.iter(f"{self._tag}mergeCell"):
            reference = merged.get("ref", "")
            if within(place, reference) and reference.split(":")[0] != address:
                return reference
        return None

    def put(self, address, value):
        """Write a str, date, ``FormNumber`` or None (empty) into a cell; its look stays."""
        place = split_address(address)
        cell = self._cells.get(place)
        if cell is None:
            cell = self._insert(*place)
        look = _whole(cell.get("s"))
        cell.attrib.pop("t", None)
        for child in list(cell):
            cell.remove(child)
        if isinstance(value, date) and self._looks.is_date(look):
            self._write_number(cell, (value - _EPOCH).days)
        elif isinstance(value, FormNumber):
            self._write_number(cell, self._rounded(value, look))
        elif value is not None:
            self._write_text(cell, value)

    def _rounded(self, number, look):
        shown = rounded(number.value, number.digits)
        # a cell in the format of per cents shows a hundred times what it holds
        return shown / 100 if number.is_percent and self._looks.is_percent(look) else shown

    def _write_number(self, cell, number):
        etree.SubElement(cell, f"{self._tag}v").text = f"{number:f}"

    def _write_text(self, cell, value):
        text = value.strftime("%d.%m.%Y") if isinstance(value, date) else str(value)
        cell.set("t", "inlineStr")
        inline = etree.SubElement(cell, f"{self._tag}is")
        node = etree.SubElement(inline, f"{self._tag}t")
        node.set(_SPACE, "preserve")
        node.text = fitting(_ILLEGAL.sub("", text))

    def _insert(self, row_number, column):
        row = self._rows.get(row_number)
        if row is None:
            row = etree.Element(f"{self._tag}row", r=str(row_number))
            self._data.insert(sum(number < row_number for number in self._rows), row)
            self._rows[row_number] = row
        # a hint of which columns the row has: optional, and it may become untrue
        row.attrib.pop("spans", None)
        cell = etree.Element(f"{self._tag}c", r=join_address(row_number, column))
        row.insert(sum(line == row_number and other < column for line, other in self._cells), cell)
        self._cells[row_number, column] = cell
        return cell

    def forget_results(self):
        """Drop the stored results of formulas: they were counted before the form was filled.

        Return whether there were formulas.
        """
        formulas = [c for c in self._cells.values() if c.find(f"{self._tag}f") is not None]
        for cell in formulas:
            cell.attrib.pop("t", None)
            for result in cell.findall(f"{self._tag}v"):
                cell.remove(result)
        return bool(formulas)


def within(place, reference):
    """Whether a place lies in a range such as A1:C3."""
    first, _colon, last = reference.replace("$", "").partition(":")
    start, end = split_address(first), split_address(last or first)
    if not (start and end):
        return False
    return start[0] <= place[0] <= end[0] and start[1] <= place[1] <= end[1]
