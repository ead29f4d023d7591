from ..common import SchoolCase


class FiguresCase(SchoolCase):
    """The small school with marks of the first quarter in mathematics and Russian.

    5А, mathematics: 5 4 4 3 2 н/а; 5Б, mathematics: 5 5 4 4; 9А, mathematics: 3 3 3 2. In
    Russian everybody has «4». So in mathematics over the school n = 14 and 7 of 14 have «4–5».
    """

    MATH = {
        "class_5a": (5, 4, 4, 3, 2, "not_attested"),
        "class_5b": (5, 5, 4, 4),
        "class_9a": (3, 3, 3, 2),
    }

    @classmethod
    def make_fixture(cls):
        cls.marks = cls.env["vsoko.mark"]
        for name, values in cls.MATH.items():
            pupils = cls.pupils_of(getattr(cls, name))
            cls.marks |= cls.add_marks(
                {(pupil, cls.math): value for pupil, value in zip(pupils, values, strict=True)},
                cls.q1,
            )
            cls.marks |= cls.add_marks({(pupil, cls.rus): 4 for pupil in pupils}, cls.q1)
        cls.framework = cls.env.ref("vsoko_module.framework_regulation")
        cls.indicators = {i.code: i for i in cls.framework.indicator_ids}

    @classmethod
    def figure(cls, code, scope="school", period=None, **keys):
        """Return the one value of an indicator in a cell."""
        return cls.env["vsoko.indicator.value"].search(
            [
                ("indicator_id", "=", cls.indicators[code].id),
                ("period_id", "=", (period or cls.q1).id),
                ("scope", "=", scope),
                *((name, "=", key) for name, key in keys.items()),
            ]
        )


class CalculatedCase(FiguresCase):
    """The small school with the figures of the first quarter."""

    @classmethod
    def make_fixture(cls):
        cls.q1.action_calculate()
