from odoo import models

from ..tools.demo.returned import NEAR, point_shares, task_shares
from ..tools.demo.works import WORKS, make_answers

# published figures of the country, invented ones of the municipality: «2», «3», «4», «5», %
_VPR_WORK = "rus4_vpr_26"
_VPR_GROUPS = (
    ("country", "Вся выборка", 35589, 1722202, (5.06, 32.92, 44.33, 17.69), 0.0),
    ("municipality", "Демонстрационный район", 14, 812, (6.28, 35.1, 40.88, 17.74), NEAR),
)


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_works(self, school, pupils, classes, subjects, users):
        """Create the tests and the works of both years with their results by task."""
        tests = self._create_tests(subjects, users)
        works = self._plan_works(school, classes, subjects, tests)
        answers = make_answers(school)
        begun = {key: works[key] for key in answers}
        self.env["vsoko.assessment"].union(*begun.values()).action_start()
        self._create_participant_codes(begun)
        self._create_returned_figures(begun[_VPR_WORK])
        self._enter_answers(begun, answers, pupils)
        self._close_works(works)

    def _plan_works(self, school, classes, subjects, tests):
        by_grade = {}
        for record, one in zip(classes, school.classes, strict=True):
            by_grade.setdefault((one.year, one.grade), []).append(record.id)
        heads = {
            code: association.head_id.id
            for association in self.env["vsoko.association"].search([])
            for code in association.subject_ids.mapped("code")
        }
        records = self.env["vsoko.assessment"].create(
            [
                {
                    "type_id": self.env.ref(f"vsoko_module.assessment_type_{work.kind}").id,
                    "test_id": work.specification and tests[work.specification].id,
                    "subject_id": subjects[work.subject].id,
                    "class_ids": by_grade[work.year, work.grade],
                    "date": work.day,
                    "lesson_number": work.lesson,
                    "lesson_count": 5 if work.grade < 5 else 6,
                    "responsible_id": heads.get(work.subject),
                }
                for work in WORKS
            ]
        )
        return {work.key: record for work, record in zip(WORKS, records, strict=True)}

    def _create_participant_codes(self, works):
        """Give the pupils of each VPR a code: the grade and a running number."""
        values = []
        for work in works.values():
            if work.procedure != "vpr":
                continue
            grade = work.class_ids[0].grade
            values += [
                {
                    "year_id": work.year_id.id,
                    "subject_id": work.subject_id.id,
                    "grade": grade,
                    "code": f"{grade}{number:04d}",
                    "student_id": result.student_id.id,
                }
                for number, result in enumerate(work.result_ids.sorted("id"), start=1)
            ]
        self.env["vsoko.participant.code"].create(values)

    def _create_returned_figures(self, work):
        tasks = [(task.number, task.difficulty) for task in work.test_id.task_ids]
        maximum = int(work.test_id.max_score)
        self.env["vsoko.assessment.aggregate"].create(
            [
                {
                    "assessment_id": work.id,
                    "level": level,
                    "name": name,
                    "organisations": organisations,
                    "participants": participants,
                    **{f"share_{mark}": share for mark, share in enumerate(shares, start=2)},
                    "task_shares": task_shares(tasks, difference),
                    "point_shares": point_shares(maximum, difference),
                }
                for level, name, organisations, participants, shares, difference in _VPR_GROUPS
            ]
        )

    def _enter_answers(self, works, answers, pupils):
        """Save the answers as a teacher does: one sheet of points for each work."""
        keys = {pupil.id: key for key, pupil in enumerate(pupils)}
        for name, work in works.items():
            student_of = {result.id: result.student_id.id for result in work.result_ids}
            rows = []
            for row in work.get_score_sheet()["rows"]:
                answer = answers[name].get(keys[student_of[row["id"]]])
                if answer:
                    rows.append(row | self._prepare_row(answer, len(row["scores"])))
            work.save_score_sheet(rows)

    def _prepare_row(self, answer, task_count):
        return {
            "attendance": answer.attendance,
            "variant": answer.variant,
            "scores": list(answer.points) or [None] * task_count,
        }

    def _close_works(self, works):
        wanted = [(works[work.key], work.state) for work in WORKS]
        Assessment = self.env["vsoko.assessment"]
        closed = Assessment.union(*(r for r, state in wanted if state in ("closed", "analysed")))
        closed.action_close()
        Assessment.union(*(r for r, state in wanted if state == "analysed")).action_analyse()
