import itertools
import random
from datetime import date, timedelta

from odoo.tests import tagged

from ...models.school.movement import NUMBERS
from ..intake.common import QUARTERS, ImportCase

START, END = date(2025, 9, 1), date(2026, 8, 31)
CODES = {
    "at_start": "contingent_start",
    "arrived": "arrived",
    "moved_in": "moved_in",
    "moved_out": "moved_out",
    "finished": "finished",
    "departed": "departed",
    "at_end": "contingent",
}


@tagged("post_install", "-at_install")
class TestMovementBalance(ImportCase):
    """Quarters with holidays between them; no pupil is here unless a test enrols one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.classes = cls.env["vsoko.class"].create(
            [
                {"year_id": cls.year.id, "grade": grade, "letter": letter}
                for grade, letter in ((4, "А"), (5, "А"), (5, "Б"), (9, "А"))
            ]
        )
        cls.four, cls.one, cls.two, cls.nine = cls.classes
        cls.calendar = cls.env["vsoko.period"].create(
            {
                "year_id": cls.year.id,
                "name": "2025",
                "kind": "calendar_year",
                "date_start": date(2025, 1, 1),
                "date_end": date(2025, 12, 31),
            }
        )

    def enrol(self, *stays):
        """Enrol a new pupil: ``(class, first day, day of leaving or None, reason)`` each."""
        pupil = self.env["vsoko.student"].create({"name": "Ученик"})
        self.env["vsoko.enrolment"].create(
            [
                {
                    "student_id": pupil.id,
                    "class_id": school_class.id,
                    "date_from": first,
                    "date_to": last or False,
                    "reason": reason or False,
                }
                for school_class, first, last, reason in stays
            ]
        )

    def facts(self, period):
        """``{class: (numbers of NUMBERS)}`` of the source of facts."""
        found = self.env["vsoko.fact.enrolment"].search([("period_id", "=", period.id)])
        return {
            school_class: tuple(sum(rows.mapped(name)) for name in NUMBERS)
            for school_class, rows in found.grouped("class_id").items()
        }

    def wizard(self, **vals):
        contingent = self.env["vsoko.contingent"].create(vals)
        return {
            line.class_id: tuple(line[name] for name in NUMBERS) for line in contingent.line_ids
        }

    def total(self, period):
        return tuple(map(sum, zip(*self.facts(period).values(), strict=True)))

    def check_balance(self, numbers, what=None):
        start, came, moved_in, moved_out, finished, gone, end = numbers
        self.assertEqual(start + came + moved_in - moved_out - finished - gone, end, what)

    def test_the_quarters_of_a_year(self):
        """Twelve pupils; three leave and three come around the holidays of autumn."""
        for day in (date(2025, 10, 24), date(2025, 10, 25), date(2025, 10, 30)):
            self.enrol((self.one, START, day, "left"))
        for _number in range(9):
            self.enrol((self.one, START, None, None))
        for day in (date(2025, 10, 29), date(2025, 11, 3), date(2025, 11, 10)):
            self.enrol((self.one, day, None, None))
        expected = {
            self.q1: (12, 0, 0, 0, 0, 1, 11),
            self.q2: (11, 3, 0, 0, 0, 2, 12),
            self.q3: (12, 0, 0, 0, 0, 0, 12),
            self.whole_year: (12, 3, 0, 0, 0, 3, 12),
            self.calendar: (0, 15, 0, 0, 0, 3, 12),
        }
        for period, numbers in expected.items():
            with self.subTest(period.name):
                self.assertEqual(self.facts(period), {self.one: numbers})
                self.assertEqual(self.wizard(period_id=period.id), {self.one: numbers})

    def test_borders(self):
        """One pupil at a time: numbers of the first and second quarter, over all classes."""
        q1_last, q2_first = QUARTERS[0][1], QUARTERS[1][0]
        day = timedelta(days=1)
        middle = date(2025, 10, 6)
        there = (1, 0, 0, 0, 0, 0, 1)
        cases = {
            "from the first day of the year": ([(self.one, START, None, None)], there, there),
            "on the second day of the year": (
                [(self.one, START + day, None, None)],
                (0, 1, 0, 0, 0, 0, 1),
                there,
            ),
            "enrolled before the year": ([(self.one, START - day, None, None)], there, there),
            "comes on the last day": (
                [(self.one, q1_last, None, None)],
                (0, 1, 0, 0, 0, 0, 1),
                there,
            ),
            "comes in the holidays": (
                [(self.one, q1_last + day, None, None)],
                None,
                (0, 1, 0, 0, 0, 0, 1),
            ),
            "comes on the first day of a quarter": (
                [(self.one, q2_first, None, None)],
                None,
                (0, 1, 0, 0, 0, 0, 1),
            ),
            "leaves on the first day of the year": (
                [(self.one, START - day, START, "left")],
                (1, 0, 0, 0, 0, 1, 0),
                None,
            ),
            "leaves on the last day": (
                [(self.one, START, q1_last, "left")],
                (1, 0, 0, 0, 0, 1, 0),
                None,
            ),
            "leaves after the last day": (
                [(self.one, START, q1_last + day, "left")],
                there,
                (1, 0, 0, 0, 0, 1, 0),
            ),
            "leaves on the first day of a quarter": (
                [(self.one, START, q2_first, "left")],
                there,
                (1, 0, 0, 0, 0, 1, 0),
            ),
            "leaves without a reason": (
                [(self.one, START, middle, None)],
                (1, 0, 0, 0, 0, 1, 0),
                None,
            ),
            "finishes": (
                [(self.nine, START, middle, "graduated")],
                (1, 0, 0, 0, 1, 0, 0),
                None,
            ),
            "moves": (
                [(self.one, START, middle, "transfer"), (self.two, middle, None, None)],
                (1, 0, 1, 1, 0, 0, 1),
                there,
            ),
            "moves in the holidays": (
                [(self.one, START, q1_last + day, None), (self.two, q1_last + day, None, None)],
                there,
                (1, 0, 1, 1, 0, 0, 1),
            ),
            "moves to another level": (
                [(self.four, START, middle, "transfer"), (self.one, middle, None, None)],
                (1, 0, 1, 1, 0, 0, 1),
                there,
            ),
            "returns": (
                [(self.one, START, middle, "left"), (self.one, q2_first, None, None)],
                (1, 0, 0, 0, 0, 1, 0),
                (0, 1, 0, 0, 0, 0, 1),
            ),
            "returns in the same quarter": (
                [(self.one, START, middle, "left"), (self.one, middle + 3 * day, None, None)],
                (1, 1, 0, 0, 0, 1, 1),
                there,
            ),
            "comes and leaves on one day": ([(self.one, middle, middle, "left")], None, None),
            "a day in a class on the way": (
                [
                    (self.one, START, middle, "transfer"),
                    (self.two, middle, middle, "transfer"),
                    (self.nine, middle, None, None),
                ],
                (1, 0, 1, 1, 0, 0, 1),
                there,
            ),
            "promoted within the year": (
                [(self.four, START, middle, "promoted"), (self.one, middle, None, None)],
                (1, 0, 1, 1, 0, 0, 1),
                there,
            ),
        }
        for name, (stays, first, second) in cases.items():
            savepoint = self.cr.savepoint()
            self.enrol(*stays)
            for period, expected in ((self.q1, first), (self.q2, second)):
                with self.subTest(name, period=period.name):
                    found = self.total(period) if self.facts(period) else None
                    self.assertEqual(found, expected)
                    if found:
                        self.check_balance(found)
            savepoint.close(rollback=True)
            self.env.invalidate_all()

    def test_the_end_of_the_year_is_no_loss(self):
        later = self.env["vsoko.year"].create(
            {"name": "2026/2027", "date_start": "2026-09-01", "date_end": "2027-08-31"}
        )
        later.action_make_quarters()
        autumn = later.period_ids.filtered(lambda one: (one.kind, one.number) == ("quarter", 1))
        ten = self.env["vsoko.class"].create({"year_id": later.id, "grade": 10, "letter": "А"})
        first = later.date_start
        self.enrol((self.nine, START, first, "promoted"), (ten, first, None, None))
        self.enrol((self.nine, START, first, "graduated"))
        self.enrol((self.nine, START, date(2026, 6, 30), "graduated"))
        self.enrol((self.nine, START, date(2026, 7, 10), "left"))
        self.assertEqual(self.facts(self.whole_year), {self.nine: (4, 0, 0, 0, 0, 0, 4)})
        self.assertEqual(self.facts(autumn), {ten: (1, 0, 0, 0, 0, 0, 1)})
        summer = self.wizard(date_from=date(2026, 5, 27), date_to=date(2026, 9, 1))
        self.assertEqual(summer, {self.nine: (4, 0, 0, 1, 2, 1, 0), ten: (0, 0, 1, 0, 0, 0, 1)})

    def test_random_movements_balance_everywhere(self):
        """Quarter follows quarter, every class, grade, level and the school add up, and the
        wizard, the facts and the indicators say the same."""
        random.seed(20)
        for _number in range(60):
            self.enrol(*self._random_stays())
        self._take_shipped()
        self.periods.action_calculate()
        quarters = self.periods[:4]
        for period in (*self.periods, self.calendar):
            facts = self.facts(period)
            self.assertEqual(facts, self.wizard(period_id=period.id), period.name)
            for school_class, numbers in facts.items():
                self.check_balance(numbers, (period.name, school_class.name))
        for one, following in itertools.pairwise(quarters):
            self.assertEqual(self.total(one)[-1], self.total(following)[0])
        year = self.total(self.whole_year)
        for place in range(1, 6):
            self.assertEqual(year[place], sum(self.total(one)[place] for one in quarters))
        self._check_figures()

    def _take_shipped(self):
        """Put a version with all shipped indicators in force, as a school does after an update."""
        shipped = self.env.ref("vsoko_module.framework_regulation").sudo()
        draft = shipped.browse(shipped.action_new_version()["res_id"])
        draft.date_from = START
        draft.action_take_shipped()
        draft.action_approve()

    def _check_figures(self):
        names = {code: name for name, code in CODES.items()}
        cells = {}
        values = self.env["vsoko.indicator.value"].search(
            [
                ("period_id", "in", self.periods.ids),
                ("scope", "in", ("school", "level", "grade", "class")),
                ("indicator_id.code", "in", list(names)),
            ]
        )
        for value in values:
            cell = cells.setdefault((value.period_id.name, value.cell), {})
            cell[names[value.indicator_id.code]] = int(value.value)
        self.assertGreater(len(cells), 30)
        for what, numbers in cells.items():
            self.check_balance([numbers[name] for name in NUMBERS], what)

    def _random_stays(self):
        days = sorted(random.sample(range((END - START).days), 4))
        points = [START + timedelta(days=number) for number in days]
        if random.random() < 0.6:
            points[0] = START
        if random.random() < 0.3:
            # on or beside a border of a quarter
            border = random.choice([edge for term in QUARTERS for edge in term])
            points[1] = min(max(points[0], border), points[2])
        stays, begin = [], points[0]
        for point in points[1 : random.randint(1, 4)]:
            if point < begin:
                continue
            reason = random.choice(("transfer", "transfer", "left", "graduated"))
            stays.append((random.choice(self.classes), begin, point, reason))
            begin = point + timedelta(days=0 if reason == "transfer" else random.randint(1, 3))
        return [*stays, (random.choice(self.classes), begin, None, None)]
