"""The parts of an Office Open XML workbook, found as Excel finds them: by relationships.

Programs name the parts as they like (``xl/workbook2.xml``, ``xl/sheets/s1.xml``). What is found
is handed over under the usual names with relationships of our own, so that a reader meets no
part that was not asked for here.
"""

import posixpath
from xml.sax.saxutils import quoteattr

from .xml_part import parse_part

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_SINGLE = {"sharedStrings": "sharedStrings.xml", "styles": "styles.xml"}


def open_package(read):
    """``{usual name: bytes}`` of the parts of a workbook; empty when there is no workbook.

    :param read: function of a name that gives the checked XML of a part, None without one
    """
    source = next((main.target for main in _relations(read, "") if main.is_a("officeDocument")), "")
    data = read(source or WORKBOOK)
    if data is None or b"sheets" not in data:
        return {}
    parts = {WORKBOOK: data}
    lines = []
    for relation in _relations(read, source or WORKBOOK):
        name = _usual_name(relation, len(lines))
        part = read(relation.target) if name else None
        if part is not None and f"xl/{name}" not in parts:
            parts[f"xl/{name}"] = part
            lines.append(_line(relation.id, relation.kind, name))
    for name in _SINGLE.values():
        # readers take these by their names even when no relationship leads to them
        if f"xl/{name}" not in parts and (part := read(f"xl/{name}")) is not None:
            parts[f"xl/{name}"] = part
    parts[RELATIONS] = _relations_part(lines)
    # by these parts a reader knows what the archive is
    parts["_rels/.rels"] = _relations_part([_line("rId1", "officeDocument", WORKBOOK)])
    parts["[Content_Types].xml"] = _TYPES
    return parts


class _Relation:
    def __init__(self, node, folder):
        self.id = node.get("Id", "")
        self.kind = node.get("Type", "").rpartition("/")[2]
        target = node.get("Target", "").replace("\\", "/")
        inside = node.get("TargetMode", "") != "External"
        path = posixpath.normpath(posixpath.join("/" + folder, target))
        self.target = path.lstrip("/") if inside and target else ""

    def is_a(self, kind):
        return bool(self.target) and self.kind == kind


def _relations(read, source):
    """The ``_Relation``s of a part, of the whole package for ""; none when they are not given."""
    folder, _slash, name = source.rpartition("/")
    data = read(posixpath.join(folder, "_rels", f"{name}.rels"))
    if data is None:
        return []
    return [_Relation(node, folder) for node in parse_part(data).iter("{*}Relationship")]


def _usual_name(relation, number):
    """The name below ``xl``; "" for what is not needed to read the cells."""
    if relation.is_a("worksheet"):
        return f"worksheets/sheet{number + 1}.xml"
    return _SINGLE.get(relation.kind, "") if relation.target else ""


def _line(id_, kind, target):
    kind = quoteattr(f"{_OFFICE}/{kind}")
    return f"<Relationship Id={quoteattr(id_)} Type={kind} Target={quoteattr(target)}/>"


def _relations_part(lines):
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(lines)}</Relationships>'.encode()
