import resource
import signal
import unittest
from datetime import date, timedelta
from unittest.mock import patch

from form_samples import municipal_form
from hostile_files import hostile_files
from tools import apart
from tools.forms.apart import FormApart
from tools.forms.marks import FormNumber
from tools.forms.workbook import FormWorkbook
from tools.readers import Refused
from tools.readers.apart import read_sheets_apart
from tools.writers.import_files import with_remarks_apart

SECONDS = 10
# those that hold a plain table in spite of all
READABLE = {
    ("charset_undefined.xls", read_sheets_apart),
    ("infinity_cell.xlsx", read_sheets_apart),
    ("infinity_cell.xlsx", FormApart),
}


def _cpu_seconds():
    """What the processes of files took: a busy machine does not make a file heavier."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def plain(content, argument):
    return [content, argument, (1, "а\ud800", None, float("inf"))]


class TestApart(unittest.TestCase):
    """Every door behind which a file from outside is parsed, and every file that chokes one."""

    def test_hostile_files_are_refused_in_words_in_time(self):
        for name, content in hostile_files().items():
            for door in (read_sheets_apart, FormApart):
                with self.subTest(name, door=door.__name__):
                    started = _cpu_seconds()
                    if (name, door) in READABLE:
                        self.assertTrue(door(content))
                    else:
                        with self.assertRaises(Refused) as found:
                            door(content)
                        self.assertTrue(found.exception.message())
                    self.assertLess(_cpu_seconds() - started, SECONDS)

    def test_remarks_of_such_a_file_are_told_without_it(self):
        files = hostile_files()
        for name in ("752_bytes.ods", "infinity_cell.xlsx", "full.csv"):
            with self.subTest(name):
                made = with_remarks_apart(files[name], {("Лист", 2): "замечание"})
                self.assertTrue(made.startswith(b"PK"))

    def test_an_end_of_the_other_process_is_a_refusal(self):
        for number in (signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT):
            end = f"import os; os.kill(os.getpid(), {int(number)})"
            with (
                self.subTest(number),
                patch.object(apart, "_START", end),
                self.assertRaises(Refused) as found,
            ):
                apart.call("readers.apart:open_sheets", b"")
            self.assertEqual(found.exception.code, "too_heavy")

    def test_plain_values_come_through_whole(self):
        given = {"day": date(2026, 1, 31), "long": timedelta(hours=30), "bytes": b"\0\xff"}
        with patch.object(apart, "_job", return_value=plain):
            content, argument, rest = apart.call_here("x:y", b"1\n2", given)
        self.assertEqual((content, argument), (b"1\n2", given))
        self.assertEqual(rest, [1, "а\ud800", None, float("inf")])


class TestFormApart(unittest.TestCase):
    def test_a_form_is_the_same_here_and_apart(self):
        content = municipal_form()
        here, other = FormWorkbook(content), FormApart(content, [("Форма 1", "B6"), ("Нет", "")])
        self.assertEqual(other.sheets, here.sheets)
        self.assertEqual(other.marked(), here.marked())
        for place in (("Форма 1", "B6"), ("Нет", ""), ("Форма 1", ""), ("Форма 1", "C1")):
            self.assertEqual(other.problem(*place), here.problem(*place))
        values = {
            ("Форма 1", "B3"): FormNumber(66.7, 1, True),
            ("Форма 1", "B5"): date(2026, 1, 31),
        }
        self.assertEqual(other.fill(values), here.fill(values))
