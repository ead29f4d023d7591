import random
from decimal import ROUND_HALF_UP, Decimal
from math import sqrt

from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .risk_case import RiskCase

SEEDS = (7, 11)
PUPILS = 60
NO_MARK, NOT_ATTESTED = None, "not_attested"


@tagged("post_install", "-at_install")
class TestRiskRecount(RiskCase):
    """What the rules say of their past in a simulated school is what a recount says that knows
    nothing of the program: it counts the lists of marks from which the school was made."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enrol(cls.class_5b, PUPILS)
        cls.pupils = cls.pupils_of(cls.class_5a) | cls.pupils_of(cls.class_5b)
        cls.subjects = cls.math | cls.rus | cls.subject("Биология") | cls.subject("История")
        cls.startClassPatcher(freeze_time("2026-01-15"))

    @classmethod
    def subject(cls, name):
        found = cls.env["vsoko.subject"].search([("name", "=", name)], limit=1)
        return found or cls.env["vsoko.subject"].create({"name": name})

    def simulate(self, seed):
        """Return {period: {pupil: {subject: mark}}} of a school of this seed, and store it."""
        rng = random.Random(seed)
        self.env["vsoko.mark"].search([("period_id", "in", (self.q1 | self.q2).ids)]).unlink()
        terms = {}
        levels = {pupil: rng.gauss(3.9, 0.8) for pupil in self.pupils}
        for period in (self.q1, self.q2):
            terms[period] = {
                pupil: {subject: self.draw(rng, levels[pupil]) for subject in self.subjects}
                for pupil in self.pupils
            }
            self.add_marks(
                {
                    (pupil, subject): mark
                    for pupil, marks in terms[period].items()
                    for subject, mark in marks.items()
                    if mark is not NO_MARK
                },
                period,
            )
        return terms[self.q1], terms[self.q2]

    def draw(self, rng, level):
        chance = rng.random()
        if chance < 0.04:
            return NO_MARK if chance < 0.02 else NOT_ATTESTED
        return min(5, max(2, round(level + rng.gauss(0, 0.6))))

    def recount(self, before, after, is_named, is_come):
        """Return (hits, alarms, missed, others) of the pupils who have marks in both terms."""
        counts = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
        for pupil in self.pupils:
            old, new = ([m for m in term[pupil].values() if m] for term in (before, after))
            if old and new:
                counts[is_named(old), is_come(new)] += 1
        return tuple(counts.values())

    def find(self, name):
        return self.env["vsoko.risk.check"].search(
            [
                ("rule_id", "=", self.rule(name).id),
                ("period_id", "=", self.q1.id),
                ("horizon_id", "=", self.q2.id),
                ("class_id", "=", False),
            ]
        )

    def test_the_counts_are_those_of_a_recount(self):
        for seed in SEEDS:
            before, after = self.simulate(seed)
            self.q2._check_risk_rules()
            for name, (is_named, is_come) in RULES.items():
                with self.subTest(seed=seed, rule=name):
                    check = self.find(name)
                    counts = self.recount(before, after, is_named, is_come)
                    self.assertEqual((check.hits, check.alarms, check.missed, check.others), counts)
                    self.assertGreater(counts[0] + counts[1], 0)
                    self.assertGreater(counts[0] + counts[2], 0)

    def test_the_printed_shares_are_those_of_a_recount(self):
        before, after = self.simulate(SEEDS[0])
        self.q2._check_risk_rules()
        for name, (is_named, is_come) in RULES.items():
            hits, alarms, missed, others = self.recount(before, after, is_named, is_come)
            check = self.find(name)
            with self.subTest(name):
                self.assertEqual(check.precision, print_share(hits, hits + alarms))
                self.assertEqual(check.recall, print_share(hits, hits + missed))
                whole = hits + alarms + missed + others
                self.assertEqual(check.base, f"{rounded(100 * (hits + missed) / whole)} %")

    def test_classes_add_up_to_the_school(self):
        self.simulate(SEEDS[1])
        self.q2._check_risk_rules()
        for name in RULES:
            whole = self.find(name)
            parts = self.env["vsoko.risk.check"].search(
                [
                    ("rule_id", "=", whole.rule_id.id),
                    ("period_id", "=", self.q1.id),
                    ("horizon_id", "=", self.q2.id),
                    ("class_id", "!=", False),
                ]
            )
            self.assertEqual(parts.class_id, self.class_5a | self.class_5b)
            for count in ("judged", "marked", "hits", "alarms", "missed", "others"):
                self.assertEqual(sum(parts.mapped(count)), whole[count], f"{name}: {count}")

    def test_a_fall_is_recounted_over_the_subjects_marked_twice(self):
        """Marks of the second quarter against the first, foretelling the third."""
        first, second = self.simulate(SEEDS[0])
        with freeze_time("2026-04-15"):
            third = self.draw_third()
            self.q3._check_risk_rules()
        check = self.env["vsoko.risk.check"].search(
            [
                ("rule_id", "=", self.rule("fall_two").id),
                ("period_id", "=", self.q2.id),
                ("class_id", "=", False),
                ("horizon_id", "=", self.q3.id),
            ]
        )
        counts = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
        for pupil in self.pupils:
            pairs = [
                (first[pupil][subject], second[pupil][subject])
                for subject in self.subjects
                if isinstance(first[pupil][subject], int)
                and isinstance(second[pupil][subject], int)
            ]
            new = [mark for mark in third[pupil].values() if mark]
            if pairs and new:
                is_named = any(old - now >= 2 for old, now in pairs)
                counts[is_named, is_failing(new)] += 1
        self.assertEqual(
            (check.hits, check.alarms, check.missed, check.others), tuple(counts.values())
        )
        self.assertGreater(check.marked, 0)

    def draw_third(self):
        rng = random.Random(3)
        marks = {
            pupil: {subject: self.draw(rng, 3.4) for subject in self.subjects}
            for pupil in self.pupils
        }
        self.add_marks(
            {
                (pupil, subject): mark
                for pupil, own in marks.items()
                for subject, mark in own.items()
                if mark is not NO_MARK
            },
            self.q3,
        )
        return marks


def is_failing(marks):
    return any(mark in (1, 2, NOT_ATTESTED) for mark in marks)


def has_one(mark, lower):
    """Whether a pupil has this mark once and nothing of what is lower."""
    return lambda marks: marks.count(mark) == 1 and not any(one in lower for one in marks)


# whom a rule names by the marks of a term, and what it foretells of those of the next
RULES = {
    "failing": (lambda marks: 2 in marks, is_failing),
    "not_attested": (lambda marks: NOT_ATTESTED in marks, is_failing),
    "one_three": (
        has_one(3, (2, NOT_ATTESTED)),
        lambda marks: 4 in marks and not any(one in (2, 3, NOT_ATTESTED) for one in marks),
    ),
    "one_four": (
        lambda marks: marks.count(4) == 1 and set(marks) == {4, 5},
        lambda marks: set(marks) == {5},
    ),
}


def rounded(value):
    return int(Decimal(str(round(value, 9))).quantize(Decimal(1), ROUND_HALF_UP))


def print_share(part, whole):
    """«60 % [23–88]»: the bounds are the roots of (p̂ − p)² = z² p (1 − p) / n."""
    z2, share = 1.959963984540054**2, part / whole
    a, b, c = 1 + z2 / whole, -(2 * share + z2 / whole), share * share
    root = sqrt(b * b - 4 * a * c)
    low, high = (100 * (-b - root) / (2 * a), 100 * (-b + root) / (2 * a))
    return f"{rounded(100 * share)} % [{rounded(low)}–{rounded(high)}]"
