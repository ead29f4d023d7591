from ...common import SchoolCase


class ActionCase(SchoolCase):
    """Marks of the first quarter: nobody of 5А has 4 or 5 in mathematics, everybody of 9А has."""

    @classmethod
    def make_fixture(cls):
        cls.add_term(cls.q1, (3, 3, 3, 3, 3, 3))
        cls.director = cls.users["director"]

    @classmethod
    def add_term(cls, period, weak):
        """Give the six pupils of 5А these marks in mathematics and calculate the period."""
        marks = {(pupil, cls.rus): 4 for pupil in cls.students}
        marks |= {(pupil, cls.math): 5 for pupil in cls.students}
        marks |= {
            (pupil, cls.math): mark
            for pupil, mark in zip(cls.pupils_of(cls.class_5a), weak, strict=True)
        }
        cls.add_marks(marks, period)
        period.action_calculate()

    @classmethod
    def figure(cls, code="quality", scope="class_subject", of=None, period=None):
        """Return a figure of 5А (in mathematics, where the scope names a subject)."""
        domain = [
            ("indicator_id.code", "=", code),
            ("scope", "=", scope),
            ("period_id", "=", (period or cls.q1).id),
        ]
        if "class" in scope:
            domain.append(("class_id", "=", (of or cls.class_5a).id))
        if "subject" in scope:
            domain.append(("subject_id", "=", cls.math.id))
        return cls.env["vsoko.indicator.value"].search(domain)

    def take(self, figure=None, by="director", **vals):
        """Take measures on a figure by one press; return the action."""
        opened = (figure or self.figure()).with_user(self.users[by]).action_take_measures()
        action = self.env["vsoko.action"].browse(opened["res_id"]).with_user(self.users[by])
        if vals:
            action.write(vals)
        return action

    def finish(self, action):
        """Bring a proposed action to the end of its work."""
        action = action.with_user(self.director)
        action.write({"deadline": "2025-12-15", "result": "Повторили дроби"})
        action.action_accept()
        action.action_start()
        action.action_finish()
        return action
