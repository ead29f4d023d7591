"""Check a zipped workbook and hand over only what was checked.

The parts that a spreadsheet reader needs are inflated here under limits and packed anew without
compression. The reader therefore never meets a size, a name or an entity that was not seen here,
whatever the headers of the original archive say.
"""

import io
import re
import zipfile
import zlib

from lxml import etree

from . import limits
from .problem import Refused

CHUNK = 1 << 18
DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']+)""")
NEEDED = re.compile(
    r"(?:\[Content_Types\]\.xml|_rels/\.rels|xl/_rels/workbook\.xml\.rels|xl/workbook\.xml"
    r"|xl/sharedStrings\.xml|xl/styles\.xml|xl/worksheets/(?:_rels/)?[^/]+\.(?:xml|rels)"
    r"|mimetype|content\.xml|META-INF/manifest\.xml)"
)
XML = (".xml", ".rels", ".vml")
CELL_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,8})(\d{0,12})""")
ROW_START = re.compile(rb"<(?:\w+:)?row[\s/>]")
CELL_START = re.compile(rb"<(?:\w+:)?c[\s/>]")


def safe_workbook(content):
    """Return ``(kind, bytes)`` of a checked workbook, kind is "xlsx" or "ods".

    Raise ``Refused`` for anything suspicious or broken.
    """
    parts = _inflate(content, NEEDED.fullmatch, limits.UNPACKED_BYTES)
    if "xl/workbook.xml" in parts:
        kind = "xlsx"
    elif "content.xml" in parts and b"spreadsheet" in parts.get("mimetype", b"")[:100]:
        kind = "ods"
    else:
        raise Refused("not_workbook")
    _check_xml(parts)
    _check_extents(kind, parts)
    return kind, pack(parts, zipfile.ZIP_STORED)


def xlsx_parts(content):
    """Return ``{name: bytes}`` of all parts of a checked xlsx file, in their order.

    Raise ``Refused`` for anything suspicious or broken, and for another kind of file.
    """
    parts = _inflate(content, lambda _name: True, limits.FORM_BYTES)
    if "xl/workbook.xml" not in parts:
        raise Refused("not_workbook")
    _check_xml({name: data for name, data in parts.items() if name.endswith(XML)})
    return parts


def _inflate(content, is_needed, left):
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        raise Refused("broken_workbook") from None
    infos = archive.infolist()
    if len(infos) > limits.ZIP_PARTS:
        raise Refused("zip_parts", count=len(infos), limit=limits.ZIP_PARTS)
    parts = {}
    limit = left
    for info in infos:
        _check_name(info.filename)
        if info.flag_bits & 1:
            raise Refused("encrypted")
        if info.filename in parts or not is_needed(info.filename):
            continue
        data = _inflate_part(info, content, left, limit)
        left -= len(data)
        parts[info.filename] = data
    return parts


def _check_name(name):
    steps = name.replace("\\", "/").split("/")
    if ".." in steps or name.startswith(("/", "\\")) or ":" in steps[0] or "\0" in name:
        raise Refused("zip_path", name=name[:80])


def _inflate_part(info, content, left, limit):
    """Inflate one part from its raw bytes: neither its declared size nor its sum is trusted."""
    start = info.header_offset
    header = content[start : start + 30]
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise Refused("broken_workbook")
    start += 30 + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    packed = content[start : start + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        data = packed
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        data = _inflate_raw(info.filename, packed, left, limit)
    else:
        raise Refused("broken_workbook")
    if len(data) > left:
        raise Refused("zip_unpacked", limit=limit // limits.MEGABYTE)
    if zlib.crc32(data) != info.CRC:
        raise Refused("broken_workbook")
    return data


def _inflate_raw(name, packed, left, limit):
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    chunks, size, rest = [], 0, packed
    ratio_limit = max(limits.PART_RATIO * len(packed), limits.RATIO_FROM_BYTES)
    while rest and not inflater.eof:
        try:
            chunk = inflater.decompress(rest, CHUNK)
        except zlib.error:
            raise Refused("broken_workbook") from None
        rest = inflater.unconsumed_tail
        size += len(chunk)
        if size > left:
            raise Refused("zip_unpacked", limit=limit // limits.MEGABYTE)
        if size > ratio_limit:
            raise Refused("zip_ratio", name=name, ratio=size // max(len(packed), 1))
        chunks.append(chunk)
    if not inflater.eof:
        raise Refused("broken_workbook")
    return b"".join(chunks)


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
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise Refused("broken_workbook") from None
    deepest = widest = 0
    # by local names: the reader looks at prefixes, whatever namespace they are bound to
    for table in root.iter("{*}table"):
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
