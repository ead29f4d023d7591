from odoo import api, models
from odoo.fields import Domain
from odoo.tools import format_date

from ..evidence.statistics.vsoko_data_form import OPEN_STATES
from .vsoko_start_page import ADMINISTRATION, HEAD, NOT_CLOSED, TEACHER, StartCard


class VsokoStartPage(models.AbstractModel):
    _inherit = "vsoko.start.page"

    @api.model
    def _get_cards(self):
        """Return the cards of marks, works, forms, sheets and risks."""
        return [
            *super()._get_cards(),
            *self._get_work_cards(),
            *self._get_form_cards(),
            *self._get_teacher_cards(),
            *self._get_administration_cards(),
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
                domain=[own, ("state", "=", "collecting"), NOT_CLOSED],
                describe=self._describe_works,
                groups=TEACHER,
                order="date, id",
                method="action_open_sheet",
            ),
            StartCard(
                "next_works",
                "vsoko.assessment",
                self.env._("Works to come"),
                self.env._("No works are planned for your classes and lessons."),
                domain=[own, ("state", "=", "planned"), ("date", ">=", self._get_today())],
                describe=self._describe_next_works,
                groups=TEACHER,
                order="date, id",
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
                domain=[("filler_id", "=", self.env.uid), ("state", "in", OPEN_STATES)],
                describe=self._describe_forms,
                order="due_date, id",
                method="action_open_entry",
            )
        ]

    @api.model
    def _get_teacher_cards(self):
        return [
            self._get_risk_card(),
            *self._get_weak_cards(),
            StartCard(
                "homeroom",
                "vsoko.class",
                self.env._("My class"),
                self.env._("You are no class teacher this school year."),
                domain=[
                    ("homeroom_teacher_id.user_id", "=", self.env.uid),
                    ("year_id.state", "=", "current"),
                ],
                describe=self._describe_classes,
                groups=TEACHER,
                method="action_open_page",
            ),
            StartCard(
                "visits",
                "vsoko.observation",
                self.env._("Lessons of mine that were visited"),
                self.env._("You have read all sheets about your lessons."),
                domain=[
                    ("is_own", "=", True),
                    ("state", "=", "complete"),
                    ("acknowledged_date", "=", False),
                ],
                describe=self._describe_visits,
                groups=TEACHER,
            ),
            StartCard(
                "tests",
                "vsoko.test",
                self.env._("Tests in expertise"),
                self.env._("No test is in expertise."),
                domain=[("state", "=", "expertise")],
                describe=self._describe_tests,
                groups=HEAD,
            ),
        ]

    @api.model
    def _get_risk_card(self):
        """The administration looks at as many as the school can help, a teacher at all own ones."""
        all_open = [
            ("period_id.is_latest_term", "=", True),
            ("list", "=", "attention"),
            ("state", "=", "open"),
        ]
        is_limited = self.env.user.has_group(ADMINISTRATION)
        return StartCard(
            "risks",
            "vsoko.risk",
            self.env._("Pupils to help"),
            self.env._("Nobody in the list of the term waits for help."),
            domain=[*all_open, ("is_within", "=", True)] if is_limited else all_open,
            describe=self._describe_risks,
            groups=TEACHER,
            whole=all_open if is_limited else None,
        )

    @api.model
    def _get_weak_cards(self):
        if not self.env.user.has_group(TEACHER):
            return []
        weak = self.env["vsoko.element.share"]._get_weak_domain()
        return [
            StartCard(
                "weak",
                "vsoko.element.share",
                self.env._("Not mastered in my lessons"),
                self.env._("Your classes have mastered what their works have checked."),
                domain=list(weak & Domain("teacher_id.user_id", "=", self.env.uid)),
                describe=self._describe_weak,
                groups=TEACHER,
                order="class_id, subject_id, percent, id",
                method="action_open_map",
                action="vsoko_element_weak_action",
                group=lambda one: f"{one.class_id.name}, {one.subject_id.name}",
            )
        ]

    @api.model
    def _get_administration_cards(self):
        return [
            StartCard(
                "late_works",
                "vsoko.assessment",
                self.env._("Results that others have not entered"),
                self.env._("The results of all works that were written are entered."),
                domain=[
                    ("state", "=", "collecting"),
                    NOT_CLOSED,
                    ("is_own", "=", False),
                    ("date", "<", self._get_today()),
                ],
                describe=self._describe_works,
                groups=ADMINISTRATION,
                order="date, id",
            ),
            StartCard(
                "forms_to_check",
                "vsoko.data.form",
                self.env._("Forms to check"),
                self.env._("No form waits for a check."),
                domain=[("state", "=", "complete")],
                describe=self._describe_forms,
                groups=ADMINISTRATION,
                order="due_date, id",
            ),
            StartCard(
                "late_forms",
                "vsoko.data.form",
                self.env._("Forms that others are late with"),
                self.env._("Nobody is late with a form."),
                domain=["&", ("is_late", "=", True), "|", ("filler_id", "=", False),
                 ("filler_id", "!=", self.env.uid)],
                describe=self._describe_forms,
                groups=ADMINISTRATION,
                order="due_date, id",
            ),
            StartCard(
                "files",
                "vsoko.import",
                self.env._("Files to load"),
                self.env._("No file waits to be loaded."),
                domain=[("state", "in", ("draft", "checked"))],
                describe=self._describe_files,
                groups=ADMINISTRATION,
            ),
        ]  # fmt: skip

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
        """Tell how much is filled in, by when it is due, and which indicators wait for it."""
        told = {}
        for form in forms:
            text = self.env._(
                "cells: %(filled)s of %(expected)s, due %(date)s",
                filled=form.filled,
                expected=form.expected,
                date=format_date(self.env, form.due_date),
            )
            waiting = form.held_back and self.env._("wait for it: %s", form.held_back)
            told[form.id] = "; ".join(filter(None, [text, waiting])), form.is_late
        return told

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
    def _describe_weak(self, elements):
        return {
            one.id: (
                self.env._(
                    "mastered by %(reached)s of %(judged)s pupils",
                    reached=one.reached,
                    judged=one.judged,
                ),
                False,
            )
            for one in elements
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
