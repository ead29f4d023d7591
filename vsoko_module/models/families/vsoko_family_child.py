from odoo import fields, models
from odoo.tools import SQL

from ...tools.measures.own_progress import own_progress
from ...tools.reports import columns
from ...tools.reports.formatting import number
from ...tools.russian_order import order_key
from ..reporting.publications.vsoko_publication_collector import RANGE_CODE
from ..school.vsoko_alphabet_mixin import RussianChar
from .child_facts import ACHIEVEMENTS, CONSENTS, GAPS, SURVEYS

# an employee who is a parent reads the page in the back office
_STAFF = "base.group_user"
# the kinds of periods that are no terms
YEARS = ("year", "calendar_year")


class VsokoFamilyChild(models.Model):
    """A pupil as the own family sees it: the name and the class, nothing else.

    A model of its own, so that a family needs no right to pupils. A pupil whose family withdrew
    its consent to the portal is not here. What else the family reads of the child is in columns of
    plain data, which nobody can search or join through.
    """

    _name = "vsoko.family.child"
    _inherit = ["vsoko.alphabet.mixin"]
    _auto = False
    _log_access = False
    _description = "Own child"
    _order = "name, id"
    _depends = {
        "vsoko.student": ["name", "active", "company_id", "portal_consent"],
        "vsoko.enrolment": ["student_id", "class_id", "date_from", "date_to"],
        "vsoko.class": ["name"],
        "vsoko.element.total": ["student_id", "subject_id", "element_id", "state", "last_date"],
        "vsoko.assessment": ["state", "year_id", "subject_id"],
        "vsoko.result": ["student_id", "assessment_id"],
        "vsoko.achievement": ["event", "kind", "level", "result", "date", "student_ids"],
        "vsoko.survey.campaign": ["name", "audience", "state", "date_start", "date_end"],
        "vsoko.survey.group": ["campaign_id", "class_id"],
        "vsoko.consent": ["student_id", "kind", "date", "date_until", "date_withdrawn"],
    }

    student_id = fields.Many2one("vsoko.student", string="Pupil", readonly=True)
    company_id = fields.Many2one("res.company", string="School", readonly=True)
    name = RussianChar(readonly=True)
    class_name = fields.Char(string="Class", readonly=True)
    left_on = fields.Date(string="Left the school on", readonly=True)
    gaps = fields.Json(string="What to repeat", readonly=True)
    achievements = fields.Json(readonly=True)
    surveys = fields.Json(string="Surveys to answer", readonly=True)
    consents = fields.Json(readonly=True)
    page = fields.Html(string="Marks", compute="_compute_page", sanitize=False, groups=_STAFF)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT student.id,
                   student.id AS student_id,
                   student.company_id,
                   student.name,
                   (SELECT class.name
                      FROM vsoko_enrolment enrolment
                      JOIN vsoko_class class ON class.id = enrolment.class_id
                     WHERE enrolment.student_id = student.id
                       AND enrolment.date_from <= CURRENT_DATE
                       AND (enrolment.date_to IS NULL OR enrolment.date_to > CURRENT_DATE)
                     ORDER BY enrolment.date_from DESC
                     LIMIT 1) AS class_name,
                   (SELECT max(enrolment.date_to)
                      FROM vsoko_enrolment enrolment
                     WHERE enrolment.student_id = student.id
                    HAVING bool_and(COALESCE(enrolment.date_to <= CURRENT_DATE, FALSE))
                   ) AS left_on,
                   (%(gaps)s) AS gaps,
                   (%(achievements)s) AS achievements,
                   (%(surveys)s) AS surveys,
                   (%(consents)s) AS consents
              FROM vsoko_student student
             WHERE student.active AND student.portal_consent
            """,
            gaps=SQL(GAPS),
            achievements=SQL(ACHIEVEMENTS),
            surveys=SQL(SURVEYS, today=fields.Date.context_today(self)),
            consents=SQL(CONSENTS, today=fields.Date.context_today(self)),
        )

    def _compute_page(self):
        for child in self:
            publications = self.env["vsoko.publication"]._get_for_families(child.company_id)
            child.page = self.env["ir.qweb"]._render(
                "vsoko_module.family_child_marks",
                {**child._prepare_page(publications), "may_answer": False},
            )

    def _prepare_page(self, publications):
        """Return all that the page of the child shows, for the portal and for the back office.

        :param publications: those for families of the child's school, which give the ranges
        """
        return {
            "child": self,
            "years": self._prepare_years(publications),
            "subjects": self._prepare_subjects(publications),
            "achievements": self._prepare_achievements(),
            "surveys": self._prepare_surveys(),
            "consents": self._prepare_consents(),
            "routes": self._get_routes(),
        }

    def _get_routes(self):
        """Return the individual routes of the child that the family reads."""
        self.ensure_one()
        return self.env["vsoko.family.route"].search([("student_id", "=", self.student_id.id)])

    def _prepare_years(self, publications):
        """Return the marks of the child by school years, the newest first.

        A year: {"name", "periods", "rows": [{"subject", "cells"}], "means"}; a cell has the text
        of the mark and the range of the middle half of the class, where it is published.
        """
        ranges = self._get_ranges(publications)
        return [
            self._prepare_year(year, own, ranges)
            for year, own in self._get_marks().grouped("year_name").items()
        ]

    def _get_marks(self):
        """Return the marks of the child, the newest first."""
        self.ensure_one()
        return self.env["vsoko.family.mark"].search([("student_id", "=", self.student_id.id)])

    def _get_ranges(self, publications):
        """Return {(last day of the period, cell): line} of the ranges of the child's classes."""
        lines = self.env["vsoko.publication.line"].search(
            [
                ("publication_id", "in", publications.ids),
                ("indicator_code", "=", RANGE_CODE),
            ]
        )
        return {
            (line.publication_id.period_end, line.publication_id.period_kind, line.cell): line
            for line in lines
        }

    def _prepare_year(self, name, marks, ranges):
        periods = {
            (mark.date_end, mark.period_kind): mark._prepare_period_name()
            for mark in marks.sorted(lambda mark: (mark.date_end, mark.period_kind == "year"))
        }
        found = {(m.subject_name, m.date_end, m.period_kind): m for m in marks}
        return {
            "name": name,
            "periods": list(periods.values()),
            "rows": [
                {
                    "subject": subject,
                    "cells": [
                        self._prepare_cell(found.get((subject, *period)), ranges)
                        for period in periods
                    ],
                }
                for subject in sorted(set(marks.mapped("subject_name")), key=order_key)
            ],
            "means": self._prepare_means(marks, periods),
            "progress": self._prepare_progress(marks, periods),
            "is_preliminary": any(marks.mapped("is_preliminary")),
        }

    def _prepare_cell(self, mark, ranges):
        if not mark:
            return None
        line = ranges.get((mark.date_end, mark.period_kind, mark.cell))
        label = dict(mark._fields["status"]._description_selection(self.env))[mark.status]
        return {
            "text": str(mark.value) if mark.value else label,
            "range": line._prepare_range_text() if line else "",
        }

    def _prepare_means(self, marks, periods):
        """Return the mean of the child's marks by periods: text, and height of its column."""
        means = [self._get_mean(marks, period) for period in periods]
        return [
            {"period": name, "text": "" if mean is None else number(mean, 2), "height": height}
            for name, mean, height in zip(
                periods.values(), means, columns.heights(means, columns.MARKS), strict=True
            )
        ]

    def _prepare_progress(self, marks, periods):
        """Return what became of the child's own marks between the last two terms, in sentences: no
        place, nobody else."""
        terms = [period for period in periods if period[1] not in YEARS]
        kind = terms[-1][1] if terms else None
        last = [period for period in terms if period[1] == kind][-2:]
        if len(last) < 2:
            return []
        found = own_progress(*(self._get_marks_of(marks, period) for period in last))
        return self._tell_progress(found, *(periods[period] for period in last)) if found else []

    def _get_marks_of(self, marks, period):
        return {
            mark.subject_name: mark.value
            for mark in marks.sorted(lambda mark: order_key(mark.subject_name))
            if (mark.date_end, mark.period_kind) == period and mark.value
        }

    def _tell_progress(self, found, earlier, later):
        told = [
            self.env._(
                "From %(earlier)s to %(later)s, in the same subjects (%(count)s): the mean mark was"
                " %(before)s and is %(after)s.",
                earlier=earlier,
                later=later,
                count=found.count,
                before=number(found.before, 2),
                after=number(found.after, 2),
            )
        ]
        if found.risen:
            told.append(self.env._("Higher marks: %(names)s.", names=", ".join(found.risen)))
        if found.fallen:
            told.append(self.env._("Lower marks: %(names)s.", names=", ".join(found.fallen)))
        return told

    def _get_mean(self, marks, period):
        values = [m.value for m in marks if (m.date_end, m.period_kind) == period and m.value]
        return sum(values) / len(values) if values else None
