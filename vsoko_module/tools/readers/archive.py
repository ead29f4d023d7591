"""Check a zipped workbook and hand over only what was checked.

The parts that a spreadsheet reader needs are inflated here under limits and packed anew without
compression. The reader therefore never meets a size, a name or an entity that was not seen here,
whatever the headers of the original archive say.
"""

import io
import re
import zipfile
import zlib
from copy import copy

from lxml import etree

from . import limits
from .broken_cells import show_errors
from .package import open_package
from .refusals import Refused
from .xml_part import parse_part

# what the reader of archives says of a damaged one, and of a part that its header belies
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']+)""")
XML = (".xml", ".rels", ".vml")
TABLES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".htm", ".html", ".mht", ".mhtml")
CELL_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,8})(\d{0,12})""")
ROW_START = re.compile(rb"<(?:\w+:)?row[\s/>]")
CELL_START = re.compile(rb"<(?:\w+:)?c[\s/>]")


def safe_workbook(content):
    """Return ``(kind, bytes)`` of a checked workbook, kind is "xlsx" or "ods".

    The parts of the copy have the usual names, whatever names the original gives them; of an
    archive that holds one file with a table, kind is "file" and the bytes are those of the file.
    Raise ``Refused`` for anything suspicious or broken.
    """
    archive = Archive(content)
    parts = _opendocument(archive) or open_package(archive.read_xml)
    if not parts:
        return "file", _only_file(archive)
    kind = "ods" if "mimetype" in parts else "xlsx"
    _check_extents(kind, parts)
    parts = {name: show_errors(name, data) for name, data in parts.items()}
    return kind, pack(parts, zipfile.ZIP_STORED)


class Archive:
    """The parts of an archive by name without regard to case, inflated when they are asked for.

    All that is inflated together stays under the limit.
    """

    def __init__(self, content, limit=limits.UNPACKED_BYTES):
        self._archive = _open(content)
        self._left = self._limit = limit
        self._infos = {}
        for info in self._archive.infolist():
            self._infos.setdefault(_key(info.filename), info)

    @property
    def names(self):
        return [info.filename for info in self._infos.values()]

    def read(self, name):
        """Bytes of a part, None when there is none."""
        info = self._infos.get(_key(name))
        if not info:
            return None
        data = _read_part(self._archive, info, self._left, self._limit)
        self._left -= len(data)
        return data

    def read_xml(self, name):
        """The same of a part that is XML: it declares nothing and hides nothing."""
        data = self.read(name)
        if data is not None:
            _check_xml({name: data})
        return data


def _key(name):
    return name.replace("\\", "/").casefold()


def _opendocument(archive):
    mimetype = archive.read("mimetype") or b""
    if b"spreadsheet" not in mimetype[:100]:
        return None
    parts = {name: archive.read_xml(name) for name in ("content.xml", "META-INF/manifest.xml")}
    if parts["content.xml"] is None:
        return None
    return {"mimetype": mimetype} | {name: data for name, data in parts.items() if data is not None}


def _only_file(archive):
    """Bytes of the one table that an archive holds beside pictures and notes."""
    names = [name for name in archive.names if name.lower().endswith(TABLES)]
    if not names or archive.read("[Content_Types].xml") is not None:
        raise Refused("not_workbook")
    if len(names) > 1:
        raise Refused("several_files", names=", ".join(names[:5]))
    return archive.read(names[0])


def office_parts(content, main):
    """Return ``{name: bytes}`` of all parts of a checked file of Excel or Word, in their order.

    :param main: name of the part that this kind of file has
    :raise Refused: for anything suspicious or broken, and for another kind of file
    """
    parts = _read_parts(content, limits.FORM_BYTES)
    if main not in parts:
        raise Refused("not_workbook")
    _check_xml({name: data for name, data in parts.items() if name.endswith(XML)})
    return parts


def _open(content):
    """The archive; none of its entries is encrypted or has a forbidden name."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except BROKEN:
        raise Refused("broken_workbook") from None
    infos = archive.infolist()
    if len(infos) > limits.ZIP_PARTS:
        raise Refused("zip_parts", count=len(infos), limit=limits.ZIP_PARTS)
    for info in infos:
        _check_name(info.filename)
        if info.flag_bits & 1:
            raise Refused("encrypted")
    return archive


def _read_parts(content, limit):
    archive, parts, left = _open(content), {}, limit
    for info in archive.infolist():
        if info.filename not in parts:
            parts[info.filename] = _read_part(archive, info, left, limit)
            left -= len(parts[info.filename])
    return parts


def _check_name(name):
    steps = name.replace("\\", "/").split("/")
    if ".." in steps or name.startswith(("/", "\\")) or ":" in steps[0] or "\0" in name:
        raise Refused("zip_path", name=name[:80])


def _read_part(archive, info, left, limit):
    """Inflate one part to where its data end: neither its declared size nor its sum is trusted."""
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused("broken_workbook")
    packed = min(info.compress_size, len(archive.fp.getbuffer()))
    ratio_limit = max(limits.PART_RATIO * packed, limits.RATIO_FROM_BYTES)
    too_much = min(left, ratio_limit) + 1
    measured = copy(info)
    measured.file_size = too_much + 1
    try:
        with archive.open(measured) as part:
            data = part.read(too_much)
    except BROKEN:
        raise Refused("broken_workbook") from None
    if len(data) > left:
        raise Refused("zip_unpacked", limit=limit // limits.MEGABYTE)
    if len(data) > ratio_limit:
        raise Refused("zip_ratio", name=info.filename, ratio=len(data) // max(packed, 1))
    return data


def _check_xml(parts):
    for name, data in parts.items():
        if name == "mimetype":
            continue
        encoding = ENCODING.search(data[:200])
        utf8 = encoding is None or encoding[1].lower() in (b"utf-8", b"utf8", b"us-ascii")
        if not utf8 or b"\0" in data:
            raise Refused("xml_encoding", name=name)
        if DECLARATION.search(data):
            raise Refused("xml_declarations", name=name)


def _check_extents(kind, parts):
    """A reader allocates the whole rectangle of a sheet: one far cell would take all memory."""
    if kind == "ods":
        extents = {"content.xml": _ods_extent(parts["content.xml"])}
    else:
        extents = {
            name: _xlsx_extent(data)
            for name, data in parts.items()
            if name.startswith("xl/worksheets/") and name.endswith(".xml")
        }
    for name, (rows, columns) in extents.items():
        if (
            rows > limits.SHEET_ROWS
            or columns > limits.SHEET_COLUMNS
            or rows * columns > limits.SHEET_CELLS
        ):
            short = name.rpartition("/")[2]
            raise Refused("sheet_too_big", name=short, rows=rows, columns=columns)


def _xlsx_extent(data):
    """The larger of what the cells say of their places and what can be counted."""
    references = CELL_REFERENCE.findall(data)
    rows = max({int(row or 0) for row in {row for _column, row in references}}, default=0)
    letters = [column for column, _row in references if column]
    columns = max(map(_column_number, set(letters)), default=0)
    unnamed = len(CELL_START.findall(data)) - len(letters)
    return max(rows, len(ROW_START.findall(data))), max(columns, unnamed)


def _column_number(letters):
    """Number of a column by the bytes of its letters: A → 1, AA → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _ods_extent(data):
    """Extent of the filled cells: the empty tail that writers repeat a million times is free."""
    deepest = widest = 0
    # by local names: the reader looks at prefixes, whatever namespace they are bound to
    for table in parse_part(data).iter("{*}table"):
        row_number = 0
        for row in table.iter("{*}table-row"):
            row_number += _repeated(row, "number-rows-repeated")
            width = _filled_width(row)
            if width:
                deepest, widest = max(deepest, row_number), max(widest, width)
    return deepest, widest


def _filled_width(row):
    position = width = 0
    for cell in row:
        position += _repeated(cell, "number-columns-repeated")
        if len(cell) or cell.text:
            width = position
    return width


def _repeated(node, name):
    for key, value in node.items():
        if etree.QName(key).localname == name and value[:9].isdecimal():
            return max(1, int(value[:9]))
    return 1


def pack(parts, compression=zipfile.ZIP_DEFLATED):
    """Bytes of an archive of ``{name: bytes}``; the same parts always give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return target.getvalue()
