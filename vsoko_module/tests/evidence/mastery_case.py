from .common import VECTOR, AssessmentCase


class MasteryCase(AssessmentCase):
    """The vector of ten pupils with elements named in its tasks of 1, 1, 1, 2 and 3 points:
    «Сравнение» in tasks 1 and 2, «Сложение» in 3, «Умножение» in 4 and 5; the skill «Вычислять»
    in 4 and 5. Six pupils are of 5А, four of 5Б."""

    @classmethod
    def make_fixture(cls):
        names = ("Сравнение", "Сложение", "Умножение")
        cls.elements = cls.env["vsoko.content.element"].create(
            [
                {"code": f"1.{place}", "name": name, "subject_id": cls.math.id}
                for place, name in enumerate(names, start=1)
            ]
        )
        cls.skill = cls.env["vsoko.skill"].create(
            {"code": "2.1", "name": "Вычислять", "subject_id": cls.math.id}
        )
        tasks = cls.test.task_ids
        for places, element in zip(((0, 1), (2,), (3, 4)), cls.elements, strict=True):
            for place in places:
                tasks[place].content_ids = element
        tasks[3:].skill_ids = cls.skill
        cls.results = cls.enter(cls.work, VECTOR)

    def rows(self, user=None, **values):
        domain = [
            (name, "=", value.id if hasattr(value, "id") else value)
            for name, value in values.items()
        ]
        model = self.env["vsoko.mastery"]
        # as a new request would
        model.invalidate_model()
        return (model.with_user(user) if user else model).search(domain)

    def row(self, place, element):
        """Return the row of a pupil of the vector."""
        return self.rows(student_id=self.results[place].student_id, content_id=element)
