from ..common import SchoolCase, make_user


def reduce(vector, rows):
    """Return what is left of a vector without the solved rows: nothing if it follows from them."""
    left = dict(vector)
    while known := next((key for key in sorted(left) if key in rows), None):
        factor = left[known]
        for key, value in rows[known].items():
            left[key] = left.get(key, 0) - factor * value
        left = {key: value for key, value in left.items() if value}
    return left


class LargeClassesCase(SchoolCase):
    """The small school with two more classes of twelve pupils, of which outsiders may know."""

    @classmethod
    def make_fixture(cls):
        cls.class_5v, cls.class_9b = cls.env["vsoko.class"].create(
            [
                {"year_id": cls.year.id, "grade": 5, "letter": "В"},
                {"year_id": cls.year.id, "grade": 9, "letter": "Б"},
            ]
        )
        cls.enrol(cls.class_5v, 12)
        cls.enrol(cls.class_9b, 12)


class PublicationCase(LargeClassesCase):
    """A school whose first quarter is approved, with one class too small to be published.

    Besides 5А (six pupils), 5Б (four) and 9А (four) there are 5В (twelve) and 9Б (twelve).
    Marks in mathematics: 5А 5 4 4 3 3 2, 5Б 5 5 4 4, 9А 3 3 3 2; 5В and 9Б six «4» and six «3»;
    in Russian everybody has «4» or «3» by turns.

    `family` is a parent of the first pupil of 5В, `stranger` of the first pupil of 9Б.
    """

    MATH = {
        "class_5a": (5, 4, 4, 3, 3, 2),
        "class_5b": (5, 5, 4, 4),
        "class_9a": (3, 3, 3, 2),
        "class_5v": (4, 3) * 6,
        "class_9b": (4, 3) * 6,
    }

    @classmethod
    def make_fixture(cls):
        cls.env = cls.env(context={**cls.env.context, "lang": "ru_RU"})
        cls.director = cls.users["director"]
        cls.deputy = cls.users["administration"]
        cls.council = cls.users["governing_council"]
        for name, marks in cls.MATH.items():
            pupils = cls.pupils_of(getattr(cls, name))
            cls.add_marks({(p, cls.math): m for p, m in zip(pupils, marks, strict=True)}, cls.q1)
            cls.add_marks({(p, cls.rus): 4 - n % 2 for n, p in enumerate(pupils)}, cls.q1)
        cls.q1.action_calculate()
        cls.q1.with_user(cls.director).action_approve()
        cls._make_families()

    @classmethod
    def _make_families(cls):
        cls.child = cls.pupils_of(cls.class_5v)[0]
        cls.other_child = cls.pupils_of(cls.class_9b)[0]
        cls.family = cls.users["family"]
        cls.stranger = make_user(cls.env, "stranger", "family")
        cls.child.guardian_ids = cls.family.partner_id
        cls.other_child.guardian_ids = cls.stranger.partner_id

    @classmethod
    def publish(cls, audience="council", approve=True, **vals):
        """Return a publication of the first quarter, by the director."""
        publication = (
            cls.env["vsoko.publication"]
            .with_user(cls.director)
            .create({"period_id": cls.q1.id, "audience": audience, **vals})
        )
        if approve:
            publication.action_approve()
        return publication

    @classmethod
    def line(cls, publication, cell, code="quality"):
        return publication.sudo().line_ids.filtered(
            lambda line: line.cell == cell and line.indicator_code == code
        )
