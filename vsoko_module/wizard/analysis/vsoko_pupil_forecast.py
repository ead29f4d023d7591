from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_date

from ...models.analysis.forecasts.exam_trials import Trials
from ...models.analysis.forecasts.known_marks import read_known, read_past
from ...models.mixins.shown_figures import shown_text
from ...tools.forecast import CERTAIN, DOUBTFUL, LIKELY, RISK, Known, chances, learn, most_likely
from ...tools.numbers import rounded
from ...tools.russian_order import order_key

_TERMS = ("quarter", "trimester", "half")
# a mark that is less sure than this lies between two
_SURE = 0.6
_WORD_ORDER = {RISK: 0, DOUBTFUL: 1, LIKELY: 2, CERTAIN: 3, None: 4}


class VsokoPupilForecast(models.TransientModel):
    """What is to be expected of the pupils of one class in one subject: the mark of the term as
    chances, and readiness for the exam in words.

    A page of the back office for whom leads the lessons and for the administration: no score of a
    pupil is stored or leaves it.
    """

    _name = "vsoko.pupil.forecast"
    _description = "What is to be expected of pupils"

    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    class_ids = fields.Many2many(
        "vsoko.class", string="Classes to choose from", compute="_compute_class_ids"
    )
    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        domain="[('id', 'in', class_ids)]",
        default=lambda self: self._get_first_class(),
    )
    subject_ids = fields.Many2many(
        "vsoko.subject", string="Subjects to choose from", compute="_compute_subject_ids"
    )
    subject_id = fields.Many2one(
        "vsoko.subject",
        string="Subject",
        domain="[('id', 'in', subject_ids)]",
        compute="_compute_subject_id",
        store=True,
        readonly=False,
    )
    period_id = fields.Many2one(
        "vsoko.period",
        string="Term",
        domain=f"[('company_id', '=', company_id), ('kind', 'in', {_TERMS})]",
        default=lambda self: self._get_present_term(),
    )
    mark_table = fields.Html(
        string="Chances of the mark", compute="_compute_tables", sanitize=False
    )
    exam_table = fields.Html(
        string="Readiness for the exam", compute="_compute_tables", sanitize=False
    )
    unbound = fields.Char(string="Why nothing is shown", compute="_compute_class_ids")

    @api.model
    def _get_classes(self):
        """Return the classes of the year that the user may look at: a teacher the own, heads of
        associations and the administration all."""
        domain = Domain("company_id", "=", self.env.company.id)
        domain &= Domain("year_id.state", "=", "current")
        if not self.env.user.has_group("vsoko_module.group_association_head"):
            domain &= Domain("is_own", "=", True)
        return self.env["vsoko.class"].search(domain).sorted("key")

    @api.model
    def _get_first_class(self):
        """Return the first class that has marks: the first grade has none."""
        classes = self._get_classes()
        return classes.filtered(lambda one: one.grade > 1)[:1] or classes[:1]

    @api.model
    def _get_present_term(self):
        """Return the term that has begun last."""
        return self.env["vsoko.period"].search(
            Domain("company_id", "=", self.env.company.id)
            & Domain("kind", "in", _TERMS)
            & Domain("date_start", "<=", fields.Date.context_today(self)),
            order="date_start desc",
            limit=1,
        )

    @api.depends("company_id")
    def _compute_class_ids(self):
        for page in self:
            page.class_ids = self._get_classes()
            page.unbound = self.env["vsoko.own.mixin"]._get_unbound_text()

    @api.depends("class_id")
    def _compute_subject_ids(self):
        for page in self:
            lessons = self.env["vsoko.teaching"].search([("class_id", "in", page.class_id.ids)])
            works = self.env["vsoko.assessment"].search([("class_ids", "in", page.class_id.ids)])
            if not self.env.user.has_group("vsoko_module.group_association_head"):
                homeroom = page.class_id.homeroom_teacher_id.user_id == self.env.user
                own = lessons.filtered(lambda one: one.teacher_id.user_id == self.env.user)
                lessons = lessons if homeroom else own
                works = works.filtered(
                    lambda work, taught=lessons.subject_id: (
                        work.subject_id in taught or work.result_ids
                    )
                )
            page.subject_ids = lessons.subject_id | works.subject_id

    @api.depends("class_id")
    def _compute_subject_id(self):
        for page in self:
            # on a page that is not stored yet the subjects to choose from are no records
            taught = page.subject_ids._origin
            if page.subject_id not in taught:
                page.subject_id = taught.sorted("sequence, name")[:1]

    @api.depends("class_id", "subject_id", "period_id")
    @api.depends_context("lang", "uid")
    def _compute_tables(self):
        for page in self:
            is_chosen = page.class_id and page.subject_id and page.period_id
            page.mark_table = is_chosen and page._render_marks()
            page.exam_table = is_chosen and page._render_exam()

    def _get_pupils(self):
        """Return the pupils of the class on the day of the term that is nearest to today."""
        today, period = fields.Date.context_today(self), self.period_id
        day = min(max(today, period.date_start), period.date_end)
        Enrolment = self.env["vsoko.enrolment"]
        stays = Enrolment.search(
            Domain("class_id", "=", self.class_id.id) & Enrolment._get_present_domain(day)
        )
        return stays.student_id.sorted(lambda pupil: order_key(pupil.name))

    def _render_marks(self):
        habit = learn(read_past(self.env, self.subject_id, self.period_id))
        before = self.period_id._get_previous()
        known, came = read_known(
            self.env["vsoko.result"],
            self.env["vsoko.mark"],
            self.subject_id,
            {self.period_id: before},
        )
        lines = [
            self._prepare_mark(
                pupil,
                known.get((self.period_id, pupil.id), Known(())),
                came.get((self.period_id, pupil.id)),
                habit,
            )
            for pupil in self._get_pupils()
        ]
        lines.sort(key=lambda line: line["order"])
        return self.env["ir.qweb"]._render(
            "vsoko_module.vsoko_pupil_forecast_marks",
            {"lines": lines, "note": self._tell_habit(habit), "marks": (2, 3, 4, 5)},
        )

    def _tell_habit(self, habit):
        if not habit:
            return self.env._(
                "Chances are not told: in the terms that are over there are fewer than thirty marks"
                " of this subject with works or marks before them. What is known of the pupils"
                " stands below."
            )
        return self.env._(
            "By %(count)s marks of past terms of the school: the most likely mark was given"
            " %(kept)s times. A chance is no mark: the teacher gives it.",
            count=habit.n,
            kept=habit.kept,
        )

    def _prepare_mark(self, pupil, known, came, habit):
        found = chances(known, habit) if habit else None
        likely = found and most_likely(found)
        return {
            "name": pupil.name,
            "works": ", ".join(map(str, known.works)),
            "earlier": known.earlier or "",
            "came": came or "",
            "chances": found and {mark: _percent(chance) for mark, chance in found.items()},
            "likely": likely,
            "text": self._tell_mark(found, likely) if found else "",
            "is_border": bool(found) and found[likely] < _SURE,
            # who is nearest to failing first, who is not known last
            "order": -found[2] if found else 1,
        }

    def _tell_mark(self, found, likely):
        if found[likely] >= _SURE:
            return self.env._("rather “%(mark)s”", mark=likely)
        second = max((mark for mark in found if mark != likely), key=found.get)
        low, high = sorted((likely, second))
        return self.env._("between “%(low)s” and “%(high)s”", low=low, high=high)

    def _render_exam(self):
        trials = Trials(self.class_id, self.subject_id)
        if not trials.conditions:
            return False
        found = {pupil: trials.get_readiness(pupil.id) for pupil in self._get_pupils()}
        lines = [self._prepare_exam(pupil, one) for pupil, one in found.items() if one]
        lines.sort(key=lambda line: line["order"])
        return self.env["ir.qweb"]._render(
            "vsoko_module.vsoko_pupil_forecast_exam",
            {
                "lines": lines,
                "conditions": trials.conditions,
                "note": self._tell_trials(trials.works),
                "absent": self._tell_absent([pupil for pupil, one in found.items() if not one]),
            },
        )

    def _tell_trials(self, works):
        return self.env._(
            "Trials by one test: %(days)s. The threshold is “3” of its scale. Expected points are"
            " the own ones, drawn to the mean of the class as far as the work is not reliable, with"
            " one error to either side.",
            days=", ".join(format_date(self.env, work.date) for work in works),
        )

    def _tell_absent(self, pupils):
        if not pupils:
            return ""
        return self.env._(
            "Have written no trial, so nothing is said of them: %(names)s.",
            names=", ".join(pupil.name for pupil in pupils),
        )

    def _tell_past(self, found):
        if not found:
            return "—"
        passed, count = found
        return self.env._("%(passed)s of %(count)s passed", passed=passed, count=count)

    def _prepare_exam(self, pupil, found):
        return {
            "name": pupil.name,
            "parts": [self._show_part(part) for part in found.parts],
            "word": found.word,
            "own_past": self._tell_past(found.own_past),
            "order": (_WORD_ORDER[found.word], found.parts[0].distance),
        }

    def _show_part(self, part):
        """Return the numbers of one condition as they are shown."""
        names = ("mean", "distance", "low", "high")
        numbers = {name: getattr(part, name) for name in names}
        return {
            name: None if number is None else shown_text(self.env, number, 1)
            for name, number in numbers.items()
        }


def _percent(chance):
    return int(rounded(100 * chance, 0))
