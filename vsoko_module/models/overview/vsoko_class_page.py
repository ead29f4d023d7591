from odoo import api, fields, models
from odoo.fields import Domain

from ...tools.class_page import GROUPS, LedgerMark, Meeting, grouped, meeting_lines, zone
from ...tools.russian_order import order_key
from ..evidence.vsoko_mark import NO_MARK, SHORT_STATUSES


class VsokoClass(models.Model):
    """The class on one page, for its class teacher and for those who see all classes."""

    _inherit = "vsoko.class"

    def action_open_page(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_class_page_action",
            self.display_name,
            context={"active_id": self.id, "active_model": self._name},
        )

    @api.readonly
    def get_page(self, period_id: int | None = None):
        """Return the class in one period, in a constant number of queries.

        :param period_id: by default the last term that has marks of the class
        :return: ``{"name", "periods": [{"id", "name"}], "period", "subjects": [{"id", "name"}],
            "rows": [{"id", "name", "cells": [{"text", "zone"} | None]}], "groups": [{"key",
            "pupils": [{"id", "name", "subjects"}]}], "absences", "risks", "lines"}``; without rows
            the user reads no ledger of the whole class. "absences" is None where nothing is known,
            otherwise {"days", "pupils": [{"id", "name", "days", "unexcused"}]}
        """
        self.ensure_one()
        self.check_access("read")
        periods = self._get_page_periods()
        period = periods.filtered(lambda one: one.id == period_id) or self._get_marked(periods)
        pupils = self._get_page_pupils(period)
        ledger = self._get_ledger(period, pupils)
        absences = self._get_page_absences(period)
        return {
            "name": self.display_name,
            "periods": [{"id": one.id, "name": one.name} for one in periods],
            "period": period.id,
            **self._show_ledger(ledger, period),
            "groups": self._show_groups(ledger),
            "absences": absences,
            "risks": self._show_risks(period),
            "lines": self._get_meeting_lines(period, ledger, absences) if pupils else [],
        }

    def _get_page_periods(self):
        """Return the terms of the class and the year, as far as they have begun."""
        today = fields.Date.context_today(self)
        return self.year_id.period_ids.filtered(
            lambda one: one.kind in (self.term_kind, "year") and one.date_start <= today
        )._sort_by_time()

    def _get_marked(self, periods):
        """Return the last term that has marks of the class, else the last that has begun."""
        terms = periods.filtered(lambda one: one.kind != "year")
        found = self.env["vsoko.mark"]._read_group(
            [("class_id", "=", self.id), ("period_id", "in", terms.ids)], ["period_id"]
        )
        marked = terms.filtered(lambda one: (one,) in found)
        return (marked or terms or periods)[-1:]

    def _get_page_pupils(self, period):
        """Return the pupils of the last day of the period, of a class that the user may see."""
        rows = self.env["vsoko.fact.student_term"].search_fetch(
            [("period_id", "=", period.id), ("class_id", "=", self.id)], ["student_id"]
        )
        return rows.student_id.sorted(lambda pupil: order_key(pupil.name))

    def _get_ledger(self, period, pupils):
        """Return {pupil: {subject: ``LedgerMark``}}."""
        ledger = {pupil: {} for pupil in pupils}
        marks = self.env["vsoko.mark"].search_fetch(
            [
                ("class_id", "=", self.id),
                ("period_id", "=", period.id),
                ("student_id", "in", pupils.ids),
                ("status", "!=", NO_MARK),
            ],
            ["student_id", "subject_id", "value", "status"],
        )
        for mark in marks:
            ledger[mark.student_id][mark.subject_id] = LedgerMark(mark.value, mark.status)
        return ledger

    def _show_ledger(self, ledger, period):
        """A subject that is taught and has no marks yet has an empty column."""
        taught = self.teaching_ids.filtered(
            lambda lesson: (
                lesson.date_from <= period.date_end
                and (not lesson.date_to or lesson.date_to >= period.date_start)
            )
        ).subject_id
        marked = taught.union(*{subject for marks in ledger.values() for subject in marks})
        subjects = marked.sorted(lambda one: (one.sequence, order_key(one.name)))
        return {
            "subjects": [{"id": one.id, "name": one.name} for one in subjects],
            "rows": [
                {
                    "id": pupil.id,
                    "name": pupil.name,
                    "cells": [_show(marks.get(subject)) for subject in subjects],
                }
                for pupil, marks in ledger.items()
            ],
        }

    def _show_groups(self, ledger):
        found = grouped(ledger)
        return [
            {
                "key": group,
                "pupils": [
                    {
                        "id": pupil.id,
                        "name": pupil.name,
                        "subjects": ", ".join(subject.name for subject in subjects),
                    }
                    for pupil, subjects in found[group]
                ],
            }
            for group in GROUPS
            if found[group]
        ]

    def _get_page_absences(self, period):
        """Return the days of the lines that begin in the period; None where there are none."""
        rows = self.env["vsoko.fact.absence"]._read_group(
            [
                ("period_id", "=", period.id),
                ("class_id", "=", self.id),
                ("reason", "!=", False),
            ],
            ["student_id", "reason"],
            ["days:sum"],
        )
        if not rows:
            return None
        days = {}
        for pupil, reason, count in rows:
            known = days.setdefault(pupil, {"days": 0, "unexcused": 0})
            known["days"] += count or 0
            known["unexcused"] += (count or 0) if reason == "unexcused" else 0
        named = [
            {"id": pupil.id, "name": pupil.name, **known} for pupil, known in days.items() if pupil
        ]
        return {
            "days": sum(known["days"] for known in days.values()),
            "pupils": sorted(named, key=lambda one: (-one["days"], order_key(one["name"]))),
        }

    def _show_risks(self, period):
        risks = self.env["vsoko.risk"].search(
            Domain("class_id", "=", self.id)
            & Domain("period_id", "=", period.id)
            & Domain("list", "=", "attention")
            & Domain("state", "=", "open")
        )
        return [
            {"id": risk.id, "name": risk.student_id.name, "reasons": risk.reasons or ""}
            for risk in risks
        ]

    def _get_meeting_lines(self, period, ledger, absences):
        marks = {}
        for of_pupil in ledger.values():
            for subject, mark in of_pupil.items():
                if mark.value:
                    marks.setdefault(subject.name, []).append(mark.value)
        sizes = {group: len(pupils) for group, pupils in grouped(ledger).items()}
        weak = self.env["vsoko.element.share"]._find_weak(Domain("class_id", "=", self.id), 3)
        return meeting_lines(
            Meeting(
                name=self.name,
                period=period.name,
                pupils=len(ledger),
                good=sizes["good"] + sizes["excellent"],
                judged=len(ledger) - sizes["unknown"],
                marks=marks,
                repeat=[f"{one.subject_id.name}: {one.element}" for one in weak],
                days=absences and absences["days"],
            ),
            self.env._,
        )


def _show(mark):
    if mark is None:
        return None
    return {"text": str(mark.value or SHORT_STATUSES[mark.status]), "zone": zone(mark)}
