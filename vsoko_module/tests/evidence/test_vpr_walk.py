import random
import time

from psycopg2 import Error

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import VECTOR, AssessmentCase

SEED = 20260111
STEPS = 240
SECONDS = 45
SOURCES = ("result", "task_score", "journal_pair")
KEPT = ("vpr_results", "tests_success")
ACTORS = ("teacher", "association_head", "methodical_council", "administration", "director")
# what may make a barred result look like another one, or a figure like another figure
FIELDS = {
    "rating_allowed": (True, False),
    "denominator_domain": ("[]", "[('procedure', '=', 'vpr')]", "[('rating_allowed', '=', False)]"),
    "numerator_domain": ("[]", "[('mark', '>', 3)]"),
    "source": SOURCES,
    "aggregate": ("count", "share"),
    "kind": ("measure", "formula"),
    "formula": ("vpr_results", "tests_success", "own_count + 1", "vpr_results * 2"),
    "unit": ("percent", "number"),
    "digits": (0, 2),
    "min_n": (1, 5),
    "direction": ("more", "less"),
    "name": ("Успеваемость",),
    "scopes": ("school,class", "school,class,student"),
    "band_ids": ([Command.clear()],),
}
PROCEDURES = ("vpr", "internal", "final", "niko")


@tagged("post_install", "-at_install")
class TestVprWalk(AssessmentCase):
    """No sequence of acts of the roles brings a result of VPR into a figure that may enter ratings.

    5А has results of the school's own work alone, 5Б those of VPR alone: whatever was done, what
    may enter ratings and rests on results says nothing of 5Б and counts no more than 5А has.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.work.unlink()
        cls.own = cls.make_work(cls.class_5a)
        cls.vpr = cls.make_work(cls.class_5b, "vpr", cls.q1.date_end)
        for work in (cls.own, cls.vpr):
            work.action_start()
            cls.enter(work, VECTOR)
            work.result_ids.journal_mark = 3
        approved = cls.env.ref("vsoko_module.framework_regulation")
        draft = cls.env["vsoko.framework"].browse(approved.action_new_version()["res_id"])
        draft.date_from = cls.year.date_start
        # the others rest on no results, and each version is a copy of all
        draft.indicator_ids.filtered(lambda one: one.code not in KEPT).unlink()
        cls.env["vsoko.indicator"].create(
            [
                {
                    "framework_id": draft.id,
                    "criterion_id": draft.criterion_ids[0].id,
                    "code": f"own_{source}",
                    "name": source,
                    "kind": "measure",
                    "source": source,
                    "aggregate": "count",
                }
                for source in SOURCES
            ]
            + [
                {
                    "framework_id": draft.id,
                    "criterion_id": draft.criterion_ids[0].id,
                    "code": "own_count",
                    "name": "formula",
                    "kind": "formula",
                    "formula": "own_result * 1",
                }
            ]
        )
        draft.action_approve()
        cls.done, cls.random = [], random.Random(SEED)

    def test_walk(self):
        deadline = time.monotonic() + SECONDS
        acts = (
            self._define, self._define, self._define_nested, self._define_by_import,
            self._begin_version, self._approve_version, self._archive_version,
            self._calculate, self._calculate, self._calculate, self._approve, self._reopen,
            self._change_work, self._move_result, self._change_type, self._make_type,
        )  # fmt: skip
        for step in range(STEPS):
            if time.monotonic() > deadline:
                # a slow machine walks a part of the way
                return
            act, actor = self.random.choice(acts), self.random.choice(ACTORS)
            self._try(act, self.users[actor])
            self.assertFalse(self._find_barred(), (step, self.done))
        for act in (self._calculate, self._approve, self._begin_version, self._define):
            self.assertIn(act.__name__, self.done)

    def test_the_walk_would_see_a_barred_figure(self):
        self.q1.action_calculate()
        self.assertFalse(self._find_barred())
        self.env.cr.execute(
            "UPDATE vsoko_indicator_value SET rating_allowed = TRUE WHERE indicator_id IN"
            " (SELECT id FROM vsoko_indicator WHERE code = 'vpr_results')"
        )
        self.assertTrue(self._find_barred())

    def test_a_figure_keeps_what_it_was_counted_by(self):
        self.q1.action_calculate()
        figures = self.env["vsoko.indicator.value"].search(
            [("period_id", "=", self.q1.id), ("scope", "=", "school")]
        )
        rated = {figure.indicator_id.code: figure.rating_allowed for figure in figures}
        self.assertTrue(rated["tests_success"])
        self.assertFalse(rated["vpr_results"])
        for figure in figures:
            self.assertEqual(figure.rule, figure.indicator_id.rule)
        self.env.cr.execute("UPDATE vsoko_indicator SET rule = 'before' WHERE code = 'vpr_results'")
        self.q1.invalidate_recordset()
        self.assertTrue(self.env["vsoko.calculation"]._run(self.q1).changed_count)

    def _try(self, act, user):
        """Let a user act; what is refused leaves nothing behind."""
        try:
            with mute_logger("odoo.sql_db"), self.env.cr.savepoint():
                act(user)
                self.env.flush_all()
        except (UserError, Error):
            self.env.invalidate_all()
        else:
            self.done.append(act.__name__)

    def _find_barred(self):
        """Return the figures that may enter ratings and hold results of 5Б."""
        self.env.flush_all()
        self.env.cr.execute(
            """SELECT indicator.code, figure.scope, figure.n
                 FROM vsoko_indicator_value figure
                 JOIN vsoko_indicator indicator ON indicator.id = figure.indicator_id
                WHERE figure.rating_allowed AND figure.n > 0
                  AND (indicator.source = ANY(%s) OR indicator.code = 'own_count')
                  AND (figure.class_id = %s OR figure.student_id = ANY(%s)
                       OR figure.n > CASE WHEN indicator.source = 'task_score' THEN 30 ELSE 6 END)
            """,
            [list(SOURCES), self.class_5b.id, self.pupils_of(self.class_5b).ids],
        )
        return self.env.cr.fetchall()

    def _pick(self, records):
        return records[self.random.randrange(len(records))]

    def _pick_indicator(self):
        return self._pick(
            self.env["vsoko.indicator"].search(
                [
                    "|",
                    ("code", "=like", "own_%"),
                    ("code", "in", KEPT),
                ]
            )
        )

    def _pick_values(self):
        names = self.random.sample(sorted(FIELDS), self.random.randint(1, 2))
        return {name: self.random.choice(FIELDS[name]) for name in names}

    def _define(self, user):
        self._pick_indicator().with_user(user).write(self._pick_values())

    def _define_nested(self, user):
        indicator = self._pick_indicator()
        indicator.framework_id.with_user(user).write(
            {"indicator_ids": [Command.update(indicator.id, self._pick_values())]}
        )

    def _define_by_import(self, user):
        indicator = self._pick_indicator().with_user(user)
        answer = indicator.load(
            [".id", "rating_allowed", "denominator_domain"],
            [[str(indicator.id), self.random.choice("01"), "[]"]],
        )
        if not answer["ids"]:
            raise UserError(str(answer["messages"]))

    def _pick_framework(self, *states):
        found = self.env["vsoko.framework"].search([("state", "in", states)])
        if not found:
            raise UserError(", ".join(states))
        return self._pick(found)

    def _begin_version(self, user):
        system = self._pick_framework("approved", "archived").with_user(user)
        draft = system.browse(system.action_new_version()["res_id"])
        draft.date_from = self.year.date_start

    def _approve_version(self, user):
        self._pick_framework("draft", "discussed").with_user(user).action_approve()

    def _archive_version(self, user):
        if len(self.env["vsoko.framework"].search([("state", "=", "approved")])) > 2:
            self._pick_framework("approved").with_user(user).action_archive_version()

    def _calculate(self, user):
        self.q1.with_user(user).action_calculate()

    def _approve(self, user):
        self.q1.with_user(user).action_approve()

    def _reopen(self, user):
        self.q1.with_user(user).action_reopen()

    def _pick_work(self):
        return self._pick(self.own | self.vpr)

    def _change_work(self, user):
        kinds = self.env["vsoko.assessment.type"].search([])
        self._pick_work().with_user(user).write({"type_id": self._pick(kinds).id})

    def _move_result(self, user):
        result = self._pick(self.vpr.result_ids).with_user(user)
        result.write({"assessment_id": self.own.id})

    def _change_type(self, user):
        vals = {
            "rating_allowed": True,
            "procedure": self.random.choice(PROCEDURES),
            "active": self.random.choice((True, False)),
        }
        name = self.random.choice(sorted(vals))
        kinds = self.own.type_id | self.vpr.type_id
        self._pick(kinds).with_user(user).write({name: vals[name]})

    def _make_type(self, user):
        procedure = self.random.choice(PROCEDURES)
        self.env["vsoko.assessment.type"].with_user(user).create(
            {"name": procedure, "procedure": procedure, "rating_allowed": True}
        )
