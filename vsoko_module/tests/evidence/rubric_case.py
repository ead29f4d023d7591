from odoo.fields import Command

from ..common import SchoolCase

LEVELS = "нет\nчастично\nда"


class RubricCase(SchoolCase):
    """The small school with an approved rubric of lessons: five mandatory criteria of 0 to 2
    points and a chosen one, levels «Высокий» from 80 %, «Низкий» from 0 %."""

    @classmethod
    def make_fixture(cls):
        cls.rubric = cls.make_rubric()
        cls.rubric.action_approve()
        cls.keys = [criterion.key for criterion in cls.rubric._get_criteria()]

    @classmethod
    def make_rubric(cls, **vals):
        criteria = [
            {"name": f"Критерий {number}", "levels": LEVELS, "is_mandatory": number < 6}
            for number in range(1, 7)
        ]
        levels = [("Высокий", 80), ("Низкий", 0)]
        return cls.env["vsoko.rubric"].create(
            {
                "name": "Урок математики",
                "code": "own_lesson",
                "company_id": cls.env.company.id,
                "criterion_ids": [Command.create(one) for one in criteria],
                "level_ids": [
                    Command.create({"name": name, "min_percent": least}) for name, least in levels
                ],
                **vals,
            }
        )

    @classmethod
    def answers(cls, *points):
        """Return the answers with these points by the criteria in their order; None is a blank."""
        return {
            key: {"points": value}
            for key, value in zip(cls.keys, points, strict=False)
            if value is not None
        }

    @classmethod
    def make_sheet(cls, *points, user=None, **vals):
        """Return a sheet of a lesson of the first teacher in 5А."""
        expert = user or cls.users["methodical_council"]
        return (
            cls.env["vsoko.observation"]
            .with_user(expert)
            .create(
                {
                    "rubric_id": cls.rubric.id,
                    "date": "2025-10-01",
                    "teacher_id": cls.teachers[0].id,
                    "class_id": cls.class_5a.id,
                    "subject_id": cls.math.id,
                    "answers": cls.answers(*points),
                    **vals,
                }
            )
        )
