import base64

from odoo.fields import Command

from ..tools.readers.arrangement import Arrangement, Use
from .evidence.common import VECTOR
from .pure.form_samples import form_with


class OpenRecords:
    """Open records for the test of doors that need more than anything in their required fields."""

    @classmethod
    def _make_open(cls):
        """Make the open records that `_make_missing` cannot think of."""
        cls._make_framework("Своя система", "2026-09-01")
        cls._make_framework("Прежняя система", "2020-09-01")._store({"state": "archived"})
        publication = cls.env["vsoko.publication"].search([("state", "=", "draft")], limit=1)
        publication.file_ids = [Command.create({"name": "a.pdf", "content": b"MQ=="})]
        cls.env["vsoko.test.expertise"].create({"test_id": cls.test.id, "conclusion": "approve"})
        cls.enter(cls.work, VECTOR[:5])
        cls._make_sheet(cls.env.ref("vsoko_module.rubric_self"))
        cls._make_rubric()
        cls._make_settings()
        cls.env["vsoko.risk.rule"].create(
            {
                "name": "Своё правило",
                "source": "mark",
                "outcome_name": "закончили с «2»",
                "advice": "Помочь",
                "company_id": cls.first.id,
            }
        )
        cls.env["vsoko.validation.finding"].create(
            {
                "rule_id": cls.env.ref("vsoko_module.validation_rule_rooms_minimum").id,
                "period_id": cls.year_period.id,
                "cell": "school",
                "left_value": "2",
                "right_value": "1",
                "importance": "warning",
            }
        )

    @classmethod
    def _make_framework(cls, name, start):
        """Return a draft with an indicator, its border and a comment of a council."""
        framework = cls.env["vsoko.framework"].create(
            {"name": name, "company_id": cls.first.id, "date_from": start}
        )
        criterion = cls.env["vsoko.criterion"].create(
            {"framework_id": framework.id, "code": "own", "name": "Свой"}
        )
        vals = {"framework_id": framework.id, "criterion_id": criterion.id}
        indicator = cls.env["vsoko.indicator"].create({**vals, "code": "own", "name": "Свой"})
        cls.env["vsoko.indicator.band"].create(
            {"indicator_id": indicator.id, "lower": 0, "status": "critical", "origin": "Школа"}
        )
        cls.env["vsoko.framework.comment"].create({"framework_id": framework.id, "text": "Проще"})
        return framework

    @classmethod
    def _make_settings(cls):
        """Make what a school keeps for its files and levels."""
        told = Arrangement("contingent", {"дитя": Use("name"), "отряд": Use("class_name")})
        cls.env["vsoko.import.arrangement"]._remember(cls.first, told, "a.xlsx")
        cls.env["vsoko.submission.form"].create(
            {
                "file": base64.b64encode(form_with({"A1": "{{quality}}"})),
                "file_name": "Мониторинг.xlsx",
                "period_id": cls.q1.id,
            }
        )
        cls.env["vsoko.achievement.level"].create(
            {
                "company_id": cls.first.id,
                "name": "Свой",
                "min_percent": 0,
                "status": "critical",
                "origin": "Школа",
            }
        )
