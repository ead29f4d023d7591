"""Chains of sectors written by hand; numbers of [MS-CFB]: a sector has 512 or 4096 bytes, 4
billion and more are marks, the table of sectors stands from byte 76 of the header on."""

import struct
import unittest

from tools.readers.compound import check_compound, sector_table
from tools.readers.refusals import Refused

END, FREE, LARGEST = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFA
SIZE = 512
NUMBERS = SIZE // 4


def header(tables, extra=END, count=0, shift=9):
    content = bytearray(SIZE)
    struct.pack_into("<H", content, 30, shift)
    struct.pack_into("<2I", content, 68, extra, count)
    struct.pack_into("<109I", content, 76, *tables, *[FREE] * (109 - len(tables)))
    return bytes(content)


def sector(*numbers):
    return struct.pack(f"<{NUMBERS}I", *numbers, *[FREE] * (NUMBERS - len(numbers)))


def compound(*chains, **options):
    """A file of which sector 0 is the table of sectors."""
    return header([0], **options) + sector(*chains) + bytes(SIZE * 4)


class TestChains(unittest.TestCase):
    def refused(self, content, code="broken_workbook"):
        with self.assertRaises(Refused) as caught:
            check_compound(content)
        self.assertEqual(caught.exception.code, code)

    def test_chains_that_end(self):
        check_compound(compound(FREE, 2, 3, END))
        check_compound(compound(FREE, END, 1, 2))
        check_compound(compound(END))

    def test_chains_that_run_in_a_circle(self):
        self.refused(compound(FREE, 1))
        self.refused(compound(FREE, 2, 1))
        self.refused(compound(FREE, 2, 3, 4, 2))
        self.refused(compound(2, FREE, 3, 4, 3))

    def test_two_chains_never_meet(self):
        self.refused(compound(FREE, 3, 3, END))

    def test_a_chain_stays_in_the_table(self):
        check_compound(compound(FREE, NUMBERS - 1))
        self.refused(compound(FREE, NUMBERS))
        self.refused(compound(FREE, LARGEST - 1))
        check_compound(compound(FREE, LARGEST))

    def test_the_file_is_whole(self):
        whole = header([0]) + sector(END)
        self.assertEqual(len(whole), 1024)
        check_compound(whole)
        self.refused(whole[:-1])
        for shift in (8, 10, 13):
            self.refused(compound(END, shift=shift))
        self.refused(compound(END) + "EncryptedPackage".encode("utf-16-le"), "encrypted")

    def test_a_table_outside_the_file(self):
        self.refused(header([9]) + sector(END))
        self.refused(header([], extra=9, count=1) + sector(END))
        self.refused(header([], extra=0, count=9) + sector(END))


class TestTable(unittest.TestCase):
    def test_sectors_of_the_table_follow_one_another(self):
        content = header([1, 0]) + sector(5) + sector(7)
        table = sector_table(content, SIZE)
        self.assertEqual((len(table), table[0], table[NUMBERS]), (2 * NUMBERS, 7, 5))

    def test_more_sectors_are_named_in_a_chain(self):
        gap = [FREE] * (NUMBERS - 2)
        content = header([], extra=0, count=2) + sector(2, *gap, 1) + sector(3, *gap, END)
        table = sector_table(content + sector(8) + sector(9), SIZE)
        self.assertEqual((len(table), table[0], table[NUMBERS]), (2 * NUMBERS, 8, 9))

    def test_no_more_of_the_chain_is_read_than_is_told(self):
        gap = [FREE] * (NUMBERS - 2)
        for count, numbers in ((0, 0), (1, NUMBERS)):
            content = header([], extra=0, count=count) + sector(1, *gap, 0) + sector(8)
            self.assertEqual(len(sector_table(content, SIZE)), numbers)
