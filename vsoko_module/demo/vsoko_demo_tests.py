from datetime import date, timedelta

from odoo import models
from odoo.fields import Command
from odoo.tools import SQL

from ..tools.demo import codifier
from ..tools.demo.specifications import SPECIFICATIONS
from ..tools.demo.works import WORKS

_CODIFIERS = {
    "vsoko.content.element": codifier.elements,
    "vsoko.skill": codifier.skills,
}
_ORIGIN = "Учебный кодификатор демонстрационной школы"
_REMARK = "Задание 11 не соответствует заявленному уровню; уточнить критерии задания 8."


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_tests(self, subjects, users):
        """Create the codifiers and the tests that rest on them; return tests by key."""
        codes = {model: self._create_codifier(model, subjects) for model in _CODIFIERS}
        tests = self._draft_tests(codes, subjects)
        self._examine_tests(tests, users)
        return tests

    def _create_codifier(self, model, subjects):
        """Create a codifier level by level; return its lines by (subject, code, grades)."""
        found = {}
        lines = _CODIFIERS[model]()
        for depth in sorted({line.code.count(".") for line in lines}):
            level = [line for line in lines if line.code.count(".") == depth]
            records = self.env[model].create(
                [self._prepare_codifier_line(line, subjects, found) for line in level]
            )
            for line, record in zip(level, records, strict=True):
                found[line.subject, line.code, line.grades] = record
        return found

    def _prepare_codifier_line(self, line, subjects, found):
        values = {
            "code": line.code,
            "name": line.name,
            "subject_id": subjects[line.subject].id,
            "company_id": self.env.company.id,
            "origin": _ORIGIN,
        }
        if line.parent:
            values["parent_id"] = found[line.subject, line.parent, line.grades].id
        if line.grades:
            values |= {"grade_from": line.grades[0], "grade_to": line.grades[1]}
        return values

    def _draft_tests(self, codes, subjects):
        """Return {key: draft of a test}; a version that corrects another one remembers it."""
        tests = self.env["vsoko.test"].create(
            [self._prepare_test(one, codes, subjects) for one in SPECIFICATIONS]
        )
        by_key = {one.key: test for one, test in zip(SPECIFICATIONS, tests, strict=True)}
        for one in SPECIFICATIONS:
            if one.scale:
                scale = self.env.ref(f"vsoko_module.{one.scale}")
                scale._apply_to(by_key[one.key])
            if one.parent:
                by_key[one.key]._set_corrected(by_key[one.parent])
        return by_key

    def _prepare_test(self, one, codes, subjects):
        return {
            "name": one.name,
            "subject_id": subjects[one.subject].id,
            "grade": one.grade,
            "variant_count": one.variants,
            "duration": one.duration,
            "task_ids": [
                Command.create(self._prepare_task(place, task, one, codes))
                for place, task in enumerate(one.tasks, start=1)
            ],
            "band_ids": [
                Command.create({"mark": mark, "min_score": border})
                for mark, border in enumerate(one.borders, start=2)
            ],
        }

    def _prepare_task(self, place, task, one, codes):
        def found(model, wanted):
            return [
                record.id
                for (subject, code, grades), record in codes[model].items()
                if subject == one.subject
                and code in wanted
                and (grades is None or grades[0] <= one.grade <= grades[1])
            ]

        return {
            "sequence": place,
            "number": task.number,
            "max_score": task.max_score,
            "difficulty": task.level,
            "answer_kind": "short" if task.max_score == 1 else "long",
            "part": task.part or False,
            "content_ids": [Command.set(found("vsoko.content.element", task.elements))],
            "skill_ids": [Command.set(found("vsoko.skill", task.skills))],
        }

    def _examine_tests(self, tests, users):
        """Lead the tests through the expertise; the methodist approves for the council."""
        seen = [one for one in SPECIFICATIONS if one.state != "draft"]
        Test = self.env["vsoko.test"]
        Test.union(*(tests[one.key] for one in seen)).action_send_to_expertise()
        self.env["vsoko.test.expertise"].create(
            [self._prepare_expertise(one, tests[one.key], users) for one in seen]
        )
        approved = Test.union(*(tests[one.key] for one in seen if one.state == "approved"))
        approved.with_user(users["methodist"])._as_seen().action_approve()
        self._date_approvals(tests)

    def _prepare_expertise(self, one, test, users):
        # a sheet asks about each of the few criteria
        criteria = self.env["vsoko.test.expertise.criterion"].search([])  # pylint: disable=no-search-all
        is_good = one.state == "approved"
        return {
            "test_id": test.id,
            "expert_id": users["head"].id,
            "date": self._get_first_day(one.key) - timedelta(days=10),
            "conclusion": "approve" if is_good else "rework",
            "comment": False if is_good else _REMARK,
            "line_ids": [
                Command.create(
                    {"criterion_id": criterion.id, "answer": "yes" if is_good else "partly"}
                )
                for criterion in criteria
            ],
        }

    def _date_approvals(self, tests):
        """A test was approved a week before it was first written, not on the day of loading."""
        self.env.flush_all()
        for one in SPECIFICATIONS:
            # the lock of an approved test knows no exception; the demonstration stands in its past
            self.env.cr.execute(
                SQL(
                    "UPDATE vsoko_test SET approved_date = %s WHERE id = %s AND state = 'approved'",
                    self._get_first_day(one.key) - timedelta(days=7),
                    tests[one.key].id,
                )
            )
        self.env["vsoko.test"].invalidate_model(["approved_date"])

    def _get_first_day(self, specification):
        days = [work.day for work in WORKS if work.specification == specification]
        return min(days, default=date(2026, 11, 20))
