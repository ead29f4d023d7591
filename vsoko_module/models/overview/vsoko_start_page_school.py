from odoo import api, models
from odoo.fields import Domain
from odoo.tools import format_date

from ...tools import scopes
from ..evidence.statistics.vsoko_data_form import OPEN_STATES
from .vsoko_start_page import StartCard

_DIRECTOR = "vsoko_module.group_director"
_ADMINISTRATION = "vsoko_module.group_administration"
_TEACHER = "vsoko_module.group_teacher"
_HEAD = "vsoko_module.group_association_head"


class VsokoStartPage(models.AbstractModel):
    _inherit = "vsoko.start.page"

    @api.model
    def _get_cards(self):
        """Return the cards of marks, works, forms, sheets and risks."""
        return [
            *super()._get_cards(),
            *self._get_director_cards(),
            *self._get_work_cards(),
            *self._get_form_cards(),
            *self._get_teacher_cards(),
            *self._get_administration_cards(),
        ]

    @api.model
    def _get_director_cards(self):
        return [
            StartCard(
                "periods",
                "vsoko.period",
                self.env._("Periods to approve"),
                self.env._("No period of this school year waits to be approved."),
                [
                    ("company_id", "=", self.env.company.id),
                    ("year_id.state", "=", "current"),
                    ("state", "=", "open"),
                    ("date_end", "<", self._get_today()),
                ],
                self._describe_periods,
                _DIRECTOR,
                "date_end",
            )
        ]

    @api.model
    def _get_work_cards(self):
        own = ("is_own", "=", True)
        return [
            StartCard(
                "works",
                "vsoko.assessment",
                self.env._("Enter the results"),
                self.env._("The results of your works are entered."),
                [own, ("state", "=", "collecting")],
                self._describe_works,
                _TEACHER,
                "date, id",
                "action_open_sheet",
            ),
            StartCard(
                "next_works",
                "vsoko.assessment",
                self.env._("Works to come"),
                self.env._("No works are planned for your classes and lessons."),
                [own, ("state", "=", "planned"), ("date", ">=", self._get_today())],
                self._describe_next_works,
                _TEACHER,
                "date, id",
            ),
        ]

    @api.model
    def _get_form_cards(self):
        return [
            StartCard(
                "forms",
                "vsoko.data.form",
                self.env._("Forms to fill in"),
                self.env._("No forms wait for you."),
                [("filler_id", "=", self.env.uid), ("state", "in", OPEN_STATES)],
                self._describe_forms,
                order="due_date, id",
                method="action_open_entry",
            )
        ]

    @api.model
    def _get_teacher_cards(self):
        return [
            StartCard(
                "risks",
                "vsoko.risk",
                self.env._("Pupils to help"),
                self.env._("Nobody in the list of the term waits for help."),
                [
                    ("period_id.is_latest_term", "=", True),
                    ("list", "=", "attention"),
                    ("state", "=", "open"),
                ],
                self._describe_risks,
                _TEACHER,
            ),
            StartCard(
                "homeroom",
                "vsoko.class",
                self.env._("My class"),
                self.env._("You are no class teacher this school year."),
                [
                    ("homeroom_teacher_id.user_id", "=", self.env.uid),
                    ("year_id.state", "=", "current"),
                ],
                self._describe_classes,
                _TEACHER,
            ),
            StartCard(
                "visits",
                "vsoko.observation",
                self.env._("Lessons of mine that were visited"),
                self.env._("You have read all sheets about your lessons."),
                [
                    ("is_own", "=", True),
                    ("state", "=", "complete"),
                    ("acknowledged_date", "=", False),
                ],
                self._describe_visits,
                _TEACHER,
            ),
            StartCard(
                "tests",
                "vsoko.test",
                self.env._("Tests in expertise"),
                self.env._("No test is in expertise."),
                [("state", "=", "expertise")],
                self._describe_tests,
                _HEAD,
            ),
        ]

    @api.model
    def _get_administration_cards(self):
        return [
            StartCard(
                "late_works",
                "vsoko.assessment",
                self.env._("Results that others have not entered"),
                self.env._("The results of all works that were written are entered."),
                [
                    ("state", "=", "collecting"),
                    ("is_own", "=", False),
                    ("date", "<", self._get_today()),
                ],
                self._describe_works,
                _ADMINISTRATION,
                "date, id",
            ),
            StartCard(
                "forms_to_check",
                "vsoko.data.form",
                self.env._("Forms to check"),
                self.env._("No form waits for a check."),
                [("state", "=", "complete")],
                self._describe_forms,
                _ADMINISTRATION,
                "due_date, id",
            ),
            StartCard(
                "late_forms",
                "vsoko.data.form",
                self.env._("Forms that others are late with"),
                self.env._("Nobody is late with a form."),
                ["&", ("is_late", "=", True), "|", ("filler_id", "=", False),
                 ("filler_id", "!=", self.env.uid)],
                self._describe_forms,
                _ADMINISTRATION,
                "due_date, id",
            ),
            StartCard(
                "files",
                "vsoko.import",
                self.env._("Files to load"),
                self.env._("No file waits to be loaded."),
                [("state", "in", ("draft", "checked"))],
                self._describe_files,
                _ADMINISTRATION,
            ),
        ]  # fmt: skip

    @api.model
    def _describe_periods(self, periods):
        """Say how many of the marks that a period should have are there."""
        found = self.env["vsoko.completeness"].search(
            Domain("period_id", "in", periods.ids) & Domain("cell", "=", scopes.cell("school"))
        )
        told = dict.fromkeys(periods.ids, (self.env._("no marks are expected"), False))
        for one in found:
            text = self.env._(
                "marks there: %(known)s of %(expected)s", known=one.known, expected=one.expected
            )
            told[one.period_id.id] = text, one.known < one.expected
        return told

    @api.model
    def _describe_works(self, works):
        return {
            work.id: (
                self.env._(
                    "%(date)s, not entered: %(pending)s of %(pupils)s",
                    date=format_date(self.env, work.date),
                    pending=work.pending_count,
                    pupils=work.pupil_count,
                ),
                False,
            )
            for work in works
        }

    @api.model
    def _describe_next_works(self, works):
        return {work.id: (format_date(self.env, work.date), False) for work in works}

    @api.model
    def _describe_forms(self, forms):
        return {
            form.id: (
                self.env._(
                    "cells: %(filled)s of %(expected)s, due %(date)s",
                    filled=form.filled,
                    expected=form.expected,
                    date=format_date(self.env, form.due_date),
                ),
                form.is_late,
            )
            for form in forms
        }

    @api.model
    def _describe_risks(self, risks):
        return {
            risk.id: (
                ", ".join([risk.class_id.name, *(risk.reasons or "").splitlines()[:1]]),
                False,
            )
            for risk in risks
        }

    @api.model
    def _describe_classes(self, classes):
        return {
            one.id: (self.env._("pupils: %(count)s", count=one.student_count), False)
            for one in classes
        }

    @api.model
    def _describe_visits(self, sheets):
        return {sheet.id: (format_date(self.env, sheet.date), False) for sheet in sheets}

    @api.model
    def _describe_tests(self, tests):
        return {test.id: (test.subject_id.name or "", False) for test in tests}

    @api.model
    def _describe_files(self, files):
        states = dict(files._fields["state"]._description_selection(self.env))
        return {file.id: (states[file.state], False) for file in files}
