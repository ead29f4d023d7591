import csv

from odoo.tests import tagged

from .common import SAMPLES, ImportCase, load_json, manifest

KINDS = {
    ("quarter", 1): "Q1",
    ("quarter", 2): "Q2",
    ("quarter", 3): "Q3",
    ("quarter", 4): "Q4",
    ("year", 1): "Y",
}
SHORT = {"not_attested": "н/а", "released": "осв", "passed": "зач", "failed": "незач"}


@tagged("post_install", "-at_install")
class TestImportSamples(ImportCase):
    """The whole sample school through the real import."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.expected = load_json("expected.json")
        cls.contingent, cls.staff, cls.teaching = cls.load_base()
        cls.ledgers = cls.load(*(entry["path"] for entry in manifest("class_ledger")))

    def test_base_lists_have_no_errors(self):
        self.assertEqual(self.counts(self.contingent), (223, 0, 0, 0))
        self.assertEqual(self.counts(self.staff), (27, 0, 0, 0))
        self.assertEqual(self.counts(self.teaching), (140, 0, 0, 0))
        self.assertEqual(self.messages(self.contingent | self.staff), [])

    def test_contingent_on_five_days(self):
        Enrolment = self.env["vsoko.enrolment"]
        for expected in self.expected["contingent"]:
            with self.subTest(expected["when"]):
                present = Enrolment.search(Enrolment._get_present_domain(expected["date"]))
                self.assertEqual(len(present), expected["total"])
                self.assertEqual(
                    {
                        one.name: len(enrolments)
                        for one, enrolments in present.grouped("class_id").items()
                    },
                    expected["classes"],
                )

    def test_pupils_have_pseudonyms_and_no_chatter(self):
        pupils = self.env["vsoko.student"].search([])
        self.assertEqual(len(set(pupils.mapped("code"))), 223)
        messages = self.env["mail.message"].search_count(
            [("model", "=", "vsoko.student"), ("res_id", "in", pupils.ids)]
        )
        self.assertEqual(messages, 0)

    def test_departures_and_arrivals(self):
        moved = self.env["vsoko.enrolment"].search([("reason", "=", "left")])
        self.assertEqual(
            {(one.student_id.name, one.date_to.isoformat()) for one in moved},
            {(move["pupil"], move["date"]) for move in self.expected["movement"]["left"]},
        )

    def test_staff(self):
        expected = self.expected["staff"]
        pedagogic = self.env["vsoko.teacher"].search([("is_pedagogic", "=", True)])
        self.assertEqual(len(pedagogic), expected["pedagogic"])
        for category in ("highest", "first"):
            found = pedagogic.filtered(lambda one, category=category: one.category == category)
            self.assertEqual(len(found), expected[f"category_{category}"]["count"])
        self.assertEqual(len(pedagogic.filtered("course_fgos")), expected["trained_fgos"]["count"])
        higher = pedagogic.filtered(lambda one: one.education == "higher")
        self.assertEqual(len(higher), expected["higher"]["count"])
        self.assertEqual(len(self.env["vsoko.teacher"].search([])), expected["all"])

    def test_hours_on_the_first_of_september(self):
        lessons = self.env["vsoko.teaching"].search(
            self.env["vsoko.teaching"]._get_active_domain("2025-09-01")
        )
        hours = {
            teacher.name: sum(own.mapped("hours_per_week"))
            for teacher, own in lessons.grouped("teacher_id").items()
        }
        self.assertEqual(
            hours,
            {
                one["teacher"]: one["hours_1_september"]
                for one in self.expected["load"]
                if one["hours_1_september"]
            },
        )

    def test_every_mark(self):
        found = {
            (
                mark.student_id.name,
                mark.subject_id.name,
                KINDS[mark.period_id.kind, mark.period_id.number],
            ): str(mark.value) if mark.status == "graded" else SHORT[mark.status]
            for mark in self.env["vsoko.mark"].search([])
        }
        expected = {}
        with (SAMPLES / "truth_marks.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                for period in KINDS.values():
                    if row[period]:
                        mark = row[period].rstrip(".")
                        expected[row["pupil"], row["subject"], period] = mark
        self.assertEqual(found, expected)
        self.assertEqual(sum(self.ledgers.mapped("count_new")), len(expected))
        self.assertEqual(self.messages(self.ledgers), [])

    def test_teachers_of_marks(self):
        """Marks of a teacher, of pupils present on the period's last day, «осв» left out."""
        Enrolment = self.env["vsoko.enrolment"]
        found = {}
        for period in self.periods:
            present = Enrolment.search(Enrolment._get_present_domain(period.date_end))
            marks = self.env["vsoko.mark"].search(
                [
                    ("period_id", "=", period.id),
                    ("student_id", "in", present.student_id.ids),
                    ("status", "in", ("graded", "not_attested")),
                ]
            )
            for teacher, own in marks.grouped("teacher_id").items():
                found[KINDS[period.kind, period.number], teacher.name] = len(own)
        self.assertEqual(
            found,
            {
                (row["period"], row["teacher"]): row["N"]
                for row in self.expected["marks"]
                if row["scope"] == "teacher"
            },
        )

    def test_year_ledger_finds_the_same_marks(self):
        record = self.upload("svod/svod_year_6A.xlsx")
        record.action_check()
        self.assertEqual(record.layout, "class_ledger_year")
        self.assertEqual(self.counts(record), (0, 0, 1100, 0))
        self.assertEqual(record.class_id.name, "6А")
        self.assertFalse(record.period_id)

    def test_teacher_reports_agree(self):
        for entry in manifest("teacher_report"):
            with self.subTest(entry["path"]):
                record = self.upload(entry["path"])
                record.action_check()
                self.assertEqual(self.messages(record), [])
                self.assertTrue(record.count_skipped)

    def test_targets_are_recognised(self):
        ledger = self.ledgers.filtered(lambda one: one.name == "svod_9A_Q3.xls")
        self.assertEqual(ledger.class_id.name, "9А")
        self.assertEqual(ledger.period_id, self.q3)
        self.assertEqual(ledger.year_id, self.year)
