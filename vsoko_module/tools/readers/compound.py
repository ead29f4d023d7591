"""Sanity of an OLE compound file, the container of old .xls workbooks.

A reader follows chains of sectors; a chain that runs in a circle would never end. Only the
structure that is needed for that check is looked at. Format: [MS-CFB].
"""

import struct

from .refusals import Refused

HEADER_SIZE = 512
END = 0xFFFFFFFE
LAST_REGULAR = 0xFFFFFFFA
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def check_compound(content):
    """Raise ``Refused`` unless the tables of sectors are whole and free of circles."""
    if ENCRYPTED in content:
        raise Refused("encrypted")
    if len(content) < HEADER_SIZE * 2:
        raise Refused("broken_workbook")
    shift = struct.unpack_from("<H", content, 30)[0]
    if shift not in (9, 12):
        raise Refused("broken_workbook")
    size = 1 << shift
    table = sector_table(content, size)
    if not _has_no_circles(table):
        raise Refused("broken_workbook")


def _sector(content, number, size):
    start = (number + 1) * size
    data = content[start : start + size]
    return struct.unpack_from(f"<{len(data) // 4}I", data)


def sector_table(content, size):
    """The allocation table: entry n is the sector after sector n."""
    places = [place for place in struct.unpack_from("<109I", content, 76) if place < LAST_REGULAR]
    extra, count = struct.unpack_from("<2I", content, 68)
    sectors = len(content) // size
    while extra < LAST_REGULAR and count:
        if extra >= sectors or count > sectors:
            raise Refused("broken_workbook")
        *more, extra = _sector(content, extra, size) or (END,)
        places += [place for place in more if place < LAST_REGULAR]
        count -= 1
    table = []
    for place in places:
        if place >= sectors or len(table) > sectors * 2 + size:
            raise Refused("broken_workbook")
        table += _sector(content, place, size)
    return table


def _has_no_circles(table):
    """Every chain of a sound table ends: no sector has two predecessors or leads to itself."""
    following = [entry for entry in table if entry < LAST_REGULAR]
    if any(entry >= len(table) for entry in following):
        return False
    if len(following) != len(set(following)):
        return False
    seen = bytearray(len(table))
    heads = set(range(len(table))) - set(following)
    for sector in heads:
        while sector < len(table) and not seen[sector]:
            seen[sector] = True
            sector = table[sector]
    return all(seen[number] for number, entry in enumerate(table) if entry < LAST_REGULAR)
