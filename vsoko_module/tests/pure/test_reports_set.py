import io
import unittest
import zipfile

from tools.reports.report_set import archive


class TestReportSet(unittest.TestCase):
    """The archive of all reports of a period."""

    def read(self, files, said=("Итоги",)):
        with zipfile.ZipFile(io.BytesIO(archive(files, "Состав", list(said)))) as opened:
            return {name: opened.read(name) for name in opened.namelist()}

    def test_a_folder_for_each_type_and_the_list(self):
        found = self.read([("Итоги периода", "a.pdf", b"1"), ("Отчёт класса", "a.pdf", b"2")])
        self.assertEqual(found["Итоги-периода/a.pdf"], b"1")
        self.assertEqual(found["Отчёт-класса/a.pdf"], b"2")
        self.assertEqual(found["Состав.txt"].decode("utf-8-sig"), "Итоги\r\n")

    def test_files_of_one_name_do_not_hide_each_other(self):
        found = self.read([("Учитель", "И.pdf", b"1"), ("Учитель", "И.pdf", b"2")])
        self.assertEqual(found["Учитель/И.pdf"], b"1")
        self.assertEqual(found["Учитель/И_2.pdf"], b"2")

    def test_no_path_leads_out_of_the_archive(self):
        names = self.read([("../../etc", "a.pdf", b"1"), ("a/b", "b.pdf", b"2")])
        self.assertEqual(set(names), {"Состав.txt", "etc/a.pdf", "a-b/b.pdf"})

    def test_nothing_is_ready(self):
        self.assertEqual(self.read([], ["Итоги · нет показателей"]).keys(), {"Состав.txt"})
