from datetime import timedelta

from odoo import fields, models

from ..tools.demo.observations import make_points, make_sheets


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_observations(self, school, pupils, classes, subjects, teachers, users):
        """Create the sheets of experts; all but the last one are complete."""
        found = make_sheets(school)
        programmes = self._get_programmes()
        rubrics = {
            name: self.env.ref(f"vsoko_module.rubric_{name}")
            for name in {sheet.rubric for sheet in found}
        }
        criteria = {name: rubric._get_criteria() for name, rubric in rubrics.items()}
        experts = [users["deputy"], users["methodist"]]
        values = []
        for place, sheet in enumerate(found):
            judged = criteria[sheet.rubric]
            points = make_points([one.maximum for one in judged], sheet.level, place)
            about = self._prepare_about(sheet, school, pupils, classes, subjects, teachers)
            if sheet.programme:
                about["programme_id"] = programmes.get((sheet.programme, sheet.day.year))
            values.append(
                {
                    "rubric_id": rubrics[sheet.rubric].id,
                    "date": sheet.day,
                    "expert_id": experts[place % len(experts)].id,
                    "answers": {
                        criterion.key: {"points": given}
                        for criterion, given in zip(judged, points, strict=True)
                    },
                    **about,
                    **self._prepare_words(sheet),
                }
            )
        sheets = self.env["vsoko.observation"].create(values)
        for expert, own in sheets[:-1].grouped("expert_id").items():
            # the days of the school are not those of the clock
            own._store(
                {
                    "state": "complete",
                    "completed_by_id": expert.id,
                    "completed_date": fields.Datetime.now(),
                }
            )

        visits = sheets[:-1].filtered(lambda sheet: sheet.about == "lesson")
        read = {"state": "acquainted", "teacher_answer": "agree"}
        visits[::2]._store({**read, "acknowledged_date": fields.Datetime.now()})
        self._create_planned_visit(visits[-1])

    def _get_programmes(self):
        """Return {(name, calendar year of the first day): id} of the register."""
        programmes = self.env["vsoko.programme"].search([("company_id", "=", self.env.company.id)])
        return {
            (programme.name, programme.date_from.year): programme.id for programme in programmes
        }

    def _create_planned_visit(self, visit):
        """Plan the visit that the last one asks for."""
        planned = self.env["vsoko.observation"].create(
            {
                "rubric_id": visit.rubric_id.id,
                "date": visit.date + timedelta(days=28),
                "expert_id": visit.expert_id.id,
                "teacher_id": visit.teacher_id.id,
                "class_id": visit.class_id.id,
                "subject_id": visit.subject_id.id,
                "topic": "Работа в парах: что изменилось",
            }
        )
        # Which visit a planned one follows only the program says.
        planned.sudo().previous_id = visit

    def _prepare_words(self, sheet):
        """Return what a visitor has written about a lesson."""
        if sheet.lesson is None:
            return {}
        words = {
            "notes": "3′ Цель урока ставит учитель\n14′ Работа в парах\n38′ Итог подводят ученики",
            "conclusions": "Большинство учеников занято весь урок, работа в парах организована.",
            "recommendations": "Дать ученикам самим формулировать цель и проверять её в конце.",
        }
        if sheet.asks:
            words["next_date"] = sheet.day + timedelta(days=21)
        return words

    def _prepare_about(self, sheet, school, pupils, classes, subjects, teachers):
        """Return whom a sheet is about as values of its fields."""
        if sheet.lesson is not None:
            lesson = school.lessons[sheet.lesson]
            return {
                "class_id": classes[lesson.school_class].id,
                "subject_id": subjects[lesson.subject].id,
                "teacher_id": teachers[lesson.teacher].id,
            }
        if sheet.pupil is not None:
            return {
                "class_id": classes[sheet.school_class].id,
                "student_id": pupils[sheet.pupil].id,
            }
        return {"programme_name": sheet.programme, "topic": sheet.topic}
