from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ...tools.readers import read, recognise
from ...tools.readers.sniff import read_sheets
from ...tools.writers.register_files import REGISTERS
from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestTemplatesOfRegisters(SchoolCase):
    """What the program writes of a register it reads back as the same lines."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        teacher, pupil = cls.teachers[0], cls.pupils_of(cls.class_5a)[0]
        pupil.name = "Белов Олег Ильич"
        cls.env["vsoko.staff.education"].create(
            {"teacher_id": teacher.id, "institution": "ОмГПУ", "speciality": "Математика"}
        )
        cls.env["vsoko.staff.attestation"].create(
            {"teacher_id": teacher.id, "category": "highest", "date": "2024-02-13", "order": "№ 5"}
        )
        gaps = [(0, 0, {"date_from": day, "date_to": f"{day[:4]}-12-31"}) for day in (
            "2010-03-01", "2015-03-01")]  # fmt: skip
        cls.env["vsoko.staff.experience"].create(
            {"teacher_id": teacher.id, "date_from": "2004-09-01", "gap_ids": gaps}
        )
        cls.env["vsoko.achievement"].create(
            {
                "event": "Олимпиада",
                "date": "2025-12-05",
                "level": "municipal",
                "result": "prize",
                "student_ids": pupil.ids,
            }
        )
        cls.env["vsoko.absence"].create({"student_id": pupil.id, "date": "2025-12-01"})

    def build(self, kind):
        period = self.env["vsoko.period"].search([("year_id", "=", self.year.id)], limit=1)
        build = self.env["vsoko.import.template"]._build
        name, content = build(kind, self.year, self.class_5a, period)
        self.assertTrue(name.startswith(REGISTERS[kind].title))
        return read(content, name, layout=kind)

    def test_lines_of_the_staff(self):
        diploma = self.build("staff_education")
        self.assertEqual(diploma.problems, ())
        row = diploma.rows[0]
        self.assertEqual((row.name, row.level), (self.teachers[0].name, "higher"))
        self.assertEqual((row.institution, row.is_pedagogic), ("ОмГПУ", False))
        result = self.build("staff_attestation").rows[0]
        self.assertEqual((result.result, str(result.date)), ("highest", "2024-02-13"))
        experience = self.build("staff_experience")
        self.assertEqual([str(row.gap_to) for row in experience.rows],
                         ["2010-12-31", "2015-12-31"])  # fmt: skip

    def test_lines_of_pupils(self):
        row = self.build("achievements").rows[0]
        self.assertEqual((str(row.class_name), row.level, row.result), ("5А", "municipal", "prize"))
        absence = self.build("pupil_absences").rows[0]
        self.assertEqual(
            (str(absence.date), absence.reason, absence.days), ("2025-12-01", "illness", 1)
        )

    def test_every_table_is_recognised(self):
        period = self.year.period_ids[:1]
        for kind in REGISTERS:
            with self.subTest(kind):
                _name, content = self.env["vsoko.import.template"]._build(
                    kind, self.year, self.class_5a, period
                )
                self.assertEqual(recognise(read_sheets(content)).key, kind)

    def test_what_has_to_be_chosen(self):
        build = self.env["vsoko.import.template"]._build
        year, period, none = (
            self.env["vsoko.year"],
            self.env["vsoko.period"],
            self.env["vsoko.class"],
        )
        for kind in ("graduates", "class_absences", "pupil_missed_days"):
            self.assertRaises(UserError, build, kind, year, none, period)
        self.assertRaises(
            UserError, build, "pupil_missed_days", self.year, none, self.year.period_ids[:1]
        )
        teacher = self.env["vsoko.import.template"].with_user(self.users["teacher"])
        with self.assertRaises(AccessError):
            teacher._build("staff_education", year, none, period)
