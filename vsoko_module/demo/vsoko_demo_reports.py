from odoo import models


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
