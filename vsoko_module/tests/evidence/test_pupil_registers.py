from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestPupilRegisters(SchoolCase):
    """What lines of the registers of pupils must say, and who keeps them."""

    def achieve(self, pupils, **vals):
        return self.env["vsoko.achievement"].create(
            {
                "event": "Олимпиада по математике",
                "level": "municipal",
                "result": "winner",
                "date": "2025-12-05",
                "student_ids": pupils.ids,
                **vals,
            }
        )

    def test_several_pupils_are_a_team(self):
        with self.assertRaisesRegex(ValidationError, "team"):
            self.achieve(self.students[:2])
        self.assertEqual(self.achieve(self.students[:2], is_team=True).year_id, self.year)
        with self.assertRaises(ValidationError):
            self.achieve(self.students[:0])

    def test_a_teacher_keeps_achievements_of_own_pupils_only(self):
        """The first teacher leads 5А; nobody checks what was prepared by himself."""
        line = self.achieve(self.pupils_of(self.class_5a)[0], mentor_ids=self.teachers[0].ids)
        other = self.achieve(self.pupils_of(self.class_5b)[0])
        mine = self.env["vsoko.achievement"].with_user(self.users["teacher"])
        self.assertEqual(mine.search([]), line)
        with self.assertRaises(AccessError):
            mine.browse(other.id).result = "prize"
        mine.browse(line.id).result = "prize"
        with self.assertRaises(AccessError):
            mine.browse(line.id).action_check()

    def test_a_checked_line_is_closed(self):
        line = self.achieve(self.students[0], mentor_ids=self.teachers[0].ids)
        line.with_user(self.users["administration"]).action_check()
        with self.assertRaises(UserError):
            line.with_user(self.users["teacher"]).result = "prize"
        with self.assertRaises(UserError):
            line.student_ids = self.students[1]

    @mute_logger("odoo.sql_db")
    def test_programmes_need_a_direction_and_distance_an_order(self):
        Programme = self.env["vsoko.programme"]
        self.assertTrue(Programme.create({"name": "Хор", "kind": "extracurricular"}))
        for vals in ({"name": "Хор"}, {"name": "А", "kind": "basic", "is_distance": True}):
            with self.assertRaises(IntegrityError), self.cr.savepoint():
                Programme.create(vals)
                self.env.flush_all()

    def test_a_programme_complies_when_all_is_there(self):
        checks = ("approved", "licensed", "structured", "staffed", "supplied", "published")
        programme = self.env["vsoko.programme"].create(
            {
                "name": "Робототехника",
                "direction": "technical",
                **{f"is_{check}": True for check in checks},
            }
        )
        self.assertTrue(programme.complies)
        programme.is_published = False
        self.assertFalse(programme.complies)

    @mute_logger("odoo.sql_db")
    def test_a_pupil_is_once_in_a_programme(self):
        programme = self.env["vsoko.programme"].create(
            {"name": "Хор", "direction": "art", "date_from": "2025-09-15"}
        )
        vals = {"programme_id": programme.id, "student_id": self.students[0].id}
        Enrolment = self.env["vsoko.programme.enrolment"]
        first = Enrolment.with_context(default_programme_id=programme.id).create(vals)
        self.assertEqual(str(first.date_from), "2025-09-15")
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            Enrolment.create({**vals, "date_from": "2026-01-12"})
        first.date_to = "2026-01-11"
        self.assertTrue(Enrolment.create({**vals, "date_from": "2026-01-12"}))

    def test_a_day_of_absence_counts_once(self):
        """1 to 6 December 2025 is a week of six school days."""
        pupil = self.pupils_of(self.class_5a)[0]
        week = {"date": "2025-12-01", "date_to": "2025-12-06"}
        line = self.env["vsoko.absence"].create({"student_id": pupil.id, **week})
        self.assertEqual((line.days, line.year_id), (6, self.year))
        for again in (
            {"student_id": pupil.id, "date": "2025-12-06", "reason": "family"},
            {"class_id": self.class_5a.id, "days": 10, **week},
        ):
            with self.assertRaisesRegex(ValidationError, "there already"):
                self.env["vsoko.absence"].create(again)
        other = {"class_id": self.class_5b.id, "days": 10, **week}
        self.assertEqual(self.env["vsoko.absence"].create(other).days, 10)

    def test_examined_or_not(self):
        vals = {"student_id": self.students[0].id, "date": "2025-10-01"}
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError), self.cr.savepoint():
            self.env["vsoko.health"].create(vals)
        self.assertTrue(self.env["vsoko.health"].create({**vals, "health_group": "2"}))

    def test_levels_of_a_class_have_no_names(self):
        line = self.env["vsoko.upbringing"].create(
            {"class_id": self.class_5a.id, "date": "2025-12-01", "high": 2, "middle": 3, "low": 1}
        )
        self.assertEqual((line.assessed, line.year_id), (6, self.year))
        linked = [field.comodel_name for field in line._fields.values() if field.relational]
        self.assertNotIn("vsoko.student", linked)
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError), self.cr.savepoint():
            line.copy({"date": "2025-12-02", "high": 0, "middle": 0, "low": 0})


@tagged("post_install", "-at_install")
class TestConsents(SchoolCase):
    def consent(self, pupil, **vals):
        return self.env["vsoko.consent"].create(
            {
                "student_id": pupil.id,
                "kind": "distribution",
                "given_by": "Мать",
                "date": "2025-09-01",
                **vals,
            }
        )

    def test_a_consent_is_in_force_from_its_day_until_its_end(self):
        first, second, third = self.students[:3]
        self.consent(first)
        self.consent(second, date_withdrawn="2025-12-01")
        self.consent(third, kind="processing")
        for day, found in (
            ("2025-08-31", self.students[:0]),
            ("2025-09-01", first | second),
            ("2025-11-30", first | second),
            ("2025-12-01", first),
        ):
            with self.subTest(day):
                self.assertEqual(self.students._get_consenting("distribution", day), found)

    def test_processing_is_not_distribution(self):
        processing, distribution = self.students[:2]
        self.consent(processing, kind="processing")
        self.assertFalse(self.students._get_consenting("distribution", "2025-10-01"))
        self.consent(distribution)
        for kind, found in (("distribution", distribution), ("processing", processing)):
            self.assertEqual(self.students._get_consenting(kind, "2025-10-01"), found)

    def test_a_checked_consent_has_its_paper_and_may_be_withdrawn(self):
        consent = self.consent(self.students[0]).with_user(self.users["administration"])
        with self.assertRaises(ValidationError):
            consent.action_check()
        paper = {"name": "Согласие.pdf", "raw": b"%PDF"}
        consent.document_ids = consent.env["ir.attachment"].create(paper)
        consent.action_check()
        with self.assertRaises(UserError):
            consent.given_by = "Отец"
        consent.date_withdrawn = "2025-12-01"
        self.assertFalse(self.students._get_consenting("distribution", "2025-12-02"))

    def test_what_is_in_force_is_found(self):
        consent = self.consent(self.students[0])
        gone = self.consent(self.students[1], date_withdrawn="2025-09-02")
        Consent = self.env["vsoko.consent"]
        self.assertEqual(Consent.search([("is_in_force", "=", True)]), consent)
        self.assertEqual(Consent.search([("is_in_force", "=", False)]), gone)
