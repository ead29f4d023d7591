import base64

from odoo import models
from odoo.tools import file_open

_TASKS = (
    "Задачи на следующий год: удержать качество знаний в 5-х классах, помочь с математикой тем,"
    " кому трудно, чаще звать родителей на открытые уроки."
)


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_reports(self, year, users):
        """Leave drafts on the table of the deputy, and two reports that make themselves."""
        self = self.with_user(users["deputy"])
        last = year.period_ids.filtered("value_count").sorted("date_end")[:1]
        self.env["vsoko.report"].create({"type": "period_results", "period_id": last.id})
        before = self.env["vsoko.period"].search(
            [("kind", "=", "calendar_year"), ("state", "=", "approved")]
        )
        self.env["vsoko.report"].create({"type": "order_1324", "period_id": before.id})
        self._create_documents_of_year(before, users["director"])
        works = self.env["vsoko.assessment"].search([("state", "=", "closed")])
        for work in works:
            work.action_make_note()
        self.env["vsoko.report.schedule"].create(
            [
                {
                    "name": "Итоги четверти — администрации и педагогическому совету",
                    "type": "period_results",
                    "recurrence": "weekly",
                    "make_xlsx": True,
                    "recipient_user_ids": (users["director"] | users["pedcouncil"]).ids,
                },
                {
                    "name": "Отчёт по классу — классным руководителям 5–9 классов",
                    "type": "class_results",
                    "grade_from": 5,
                    "grade_to": 9,
                    "recurrence": "monthly",
                    "send_to_concerned": True,
                },
            ]
        )

    def _create_documents_of_year(self, calendar_year, director):
        """Publish the self-examination and the public report of the first year, and approve its
        analyses: next year they stand beside the new ones."""
        year = calendar_year.year_id.period_ids.filtered(lambda period: period.kind == "year")
        wanted = (
            ("self_examination", calendar_year, ""),
            ("year_analysis", year, "summary"),
            ("problem_analysis", year, "summary"),
            ("public_report", year, "plans"),
        )
        for kind, period, section in wanted:
            report = self.env["vsoko.report"].create({"type": kind, "period_id": period.id})
            text = report.section_ids.filtered(lambda one, code=section: one.code == code)
            text.write({"conclusions": _TASKS})
            if report.for_outside:
                self._enclose(report.section_ids[:1])
            report.action_accept_drafts()
            signed = report.with_user(director)
            signed._as_seen().action_approve()
            if report.for_outside:
                signed.action_publish_openly()

    def _enclose(self, section):
        """Put a drawing of the school into a section, and a file beside it."""
        picture = {
            "name": "Здание школы",
            "alt_text": "Рисунок двухэтажного здания школы с дорожкой к входу",
            "file_name": "vsoko_demo_school.png",
        }
        file = {
            "kind": "file",
            "name": "Форма сведений о школе",
            "file_name": "vsoko_demo_form.xlsx",
        }
        self.env["vsoko.report.enclosure"].create(
            [
                {
                    **vals,
                    "section_id": section.id,
                    "people": "nobody",
                    "content": _read(vals["file_name"]),
                }
                for vals in (picture, file)
            ]
        )


def _read(name):
    with file_open(f"vsoko_module/demo/{name}", "rb") as file:
        return base64.b64encode(file.read())
