from odoo import api, models
from odoo.tools import SQL

# what carries a class and a teacher of its day
PLACED = ("vsoko.mark", "vsoko.result")
ANY = SQL("TRUE")


class VsokoPlaceMixin(models.AbstractModel):
    """A fact about a pupil that belongs to the class and to the teacher of one day.

    Both are stored, so that record rules and groupings have plain fields, and both are found by
    `_assign_places` alone: whatever brings or changes a fact, a stay in a class, the load or a
    date asks it anew. Nobody sets them by hand. An approved period keeps its figures; its facts
    follow what is known now, and the period shows the difference.
    """

    _name = "vsoko.place.mixin"
    _description = "Fact that belongs to the class and the teacher of a day"

    def _get_place_parts(self):
        """Return what the model says about `fact`, its table, as SQL.

        :return: ``{'joins', 'year_id', 'day', 'subject_id', 'subjects', 'may_be'}``; `subjects`
            are all that `subject_id` may become, `may_be` is the condition under which the class of
            `stay`, a row of the enrolments, may be that of the fact
        """
        raise NotImplementedError

    @api.model_create_multi
    def create(self, vals_list):
        facts = super().create(vals_list)
        facts._assign_own_places()
        return facts

    def write(self, vals):
        result = super().write(vals)
        if self._get_place_fields() & vals.keys():
            self._assign_own_places()
        return result

    def _get_place_fields(self):
        return {"student_id", "class_id", "subject_id", "teacher_id"}

    def _assign_own_places(self):
        if self:
            self._assign_places(SQL("fact.id = ANY(%s)", list(self.ids)))

    @api.model
    def _assign_places(self, condition):
        """Find class and teacher of the facts under a condition on `fact`; one statement.

        A pupil who was in no class on the day belongs to the last one before it, and, when there
        was none in that school year, to the class that the fact names. Facts of approved periods
        and closed works are no exception: only figures and entered values are locked.
        """
        self.env.flush_all()
        parts = self._get_place_parts()
        # materialised: facts not yet committed are unknown to the planner, which would otherwise
        # compare every row of the table with every row of the list
        moved = self.env.execute_query(
            SQL(
                """
                WITH place AS MATERIALIZED (
                    SELECT fact.id, fact.student_id, %(subject_id)s AS subject_id,
                           %(day)s AS day,
                           COALESCE((%(class)s), fact.class_id) AS class_id
                      FROM %(table)s fact %(joins)s
                     WHERE %(condition)s
                ), led AS MATERIALIZED (%(led)s)
                UPDATE %(table)s fact
                   SET class_id = led.class_id, teacher_id = led.teacher_id
                  FROM led
                 WHERE fact.id = led.id
                   AND (fact.class_id, fact.teacher_id)
                       IS DISTINCT FROM (led.class_id, led.teacher_id)
                RETURNING fact.id
                """,
                **{name: parts[name] for name in ("joins", "day", "subject_id")},
                **{
                    "class": self._get_class_sql(
                        SQL("fact.student_id"), parts["year_id"], parts["day"], parts["may_be"]
                    ),
                    "table": SQL.identifier(self._table),
                    "condition": condition,
                    "led": self._get_led_sql(SQL.identifier("place")),
                },
            )
        )
        self.invalidate_model(["class_id", "teacher_id"])
        if moved:
            # What is made of the facts follows them, whoever may read them.
            self.sudo().browse([row[0] for row in moved])._after_placed()

    def _after_placed(self):
        """Called with the facts that got another class or teacher; what rests on them follows."""

    @api.model
    def _assign_of_lessons(self, pairs):
        """Find anew the places of all facts of pairs ``{(class id, subject id)}``."""
        classes, subjects = zip(*pairs, strict=True) if pairs else ((), ())
        self._assign_all(
            lambda parts: SQL(
                "fact.class_id = ANY(%(classes)s) AND EXISTS ("
                " SELECT 1 FROM unnest(%(classes)s::int[], %(ids)s::int[]) pair (class_id, id)"
                " WHERE pair.class_id = fact.class_id AND pair.id IN (%(subjects)s))",
                classes=list(classes),
                ids=list(subjects),
                subjects=parts["subjects"],
            )
        )

    @api.model
    def _assign_of_students(self, ids):
        self._assign_all(lambda _parts: SQL("fact.student_id = ANY(%s)", list(ids)))

    @api.model
    def _assign_all(self, get_condition):
        # What is known about classes and teachers decides, whoever may read the facts.
        for name in PLACED:
            model = self.env[name]
            model._assign_places(get_condition(model._get_place_parts()))

    @api.model
    def _get_class_sql(self, student_id, year_id, day, may_be=ANY):
        """Return the SELECT of the class of a pupil on a day, or of the last one before it.

        Stays of a pupil do not overlap, so the last that has begun holds on the day if any does;
        a stay of no days (entered and left on one day) never held.
        """
        return SQL(
            """
            SELECT stay.class_id FROM vsoko_enrolment stay
             WHERE stay.student_id = %(student_id)s AND stay.year_id = %(year_id)s
               AND stay.date_from <= %(day)s
               AND (stay.date_to IS NULL OR stay.date_to > stay.date_from)
               AND %(may_be)s
             ORDER BY stay.date_from DESC LIMIT 1
            """,
            student_id=student_id,
            year_id=year_id,
            day=day,
            may_be=may_be,
        )

    @api.model
    def _get_led_sql(self, places):
        """Return the SELECT of all columns of `places` and the teacher of each row.

        The teacher is found once for each class, subject and day, and once for each pupil where
        the lessons have lists of pupils.

        :param places: name of a relation with `class_id`, `subject_id`, `student_id` and `day`
        """
        return SQL(
            """
            SELECT one.*, spot.teacher_id
              FROM (%(rows)s) one
              JOIN (
                SELECT asked.*, leader.teacher_id
                  FROM (SELECT DISTINCT class_id, subject_id, day, listed_id
                          FROM (%(rows)s) listing) asked
                  LEFT JOIN LATERAL (%(leader)s) leader ON TRUE
              ) spot USING (class_id, subject_id, day, listed_id)
            """,
            rows=SQL(
                """
                SELECT place.*,
                       CASE WHEN listed.class_id IS NULL THEN 0 ELSE place.student_id
                        END AS listed_id
                  FROM %(places)s place
                  LEFT JOIN (
                    SELECT DISTINCT teaching.class_id, teaching.subject_id
                      FROM vsoko_teaching teaching
                      JOIN vsoko_student_vsoko_teaching_rel rel
                        ON rel.vsoko_teaching_id = teaching.id
                     WHERE teaching.class_id IN (SELECT class_id FROM %(places)s)
                  ) listed USING (class_id, subject_id)
                """,
                places=places,
            ),
            leader=self._get_leading_teacher_sql(
                SQL("asked.class_id"),
                SQL("asked.subject_id"),
                SQL("asked.listed_id"),
                SQL("asked.day"),
            ),
        )

    @api.model
    def _get_leading_teacher_sql(self, class_id, subject_id, student_id, day):
        """Return the SELECT of the teacher who leads the lessons of a pupil on a day.

        A group with the pupil in its list comes before the whole class; a class divided into
        groups without lists has no certain teacher, so the answer is empty.
        """
        return SQL(
            """
            SELECT CASE WHEN count(DISTINCT COALESCE(found.teacher_id, 0)) = 1
                        THEN min(found.teacher_id) END AS teacher_id
              FROM (
                SELECT lesson.teacher_id,
                       rank() OVER (ORDER BY (listed.vsoko_student_id IS NULL)) AS place
                  FROM vsoko_teaching lesson
                  LEFT JOIN vsoko_student_vsoko_teaching_rel listed
                    ON listed.vsoko_teaching_id = lesson.id
                   AND listed.vsoko_student_id = %(student_id)s
                 WHERE lesson.class_id = %(class_id)s
                   AND lesson.subject_id = %(subject_id)s
                   AND lesson.date_from <= %(day)s
                   AND (lesson.date_to IS NULL OR lesson.date_to >= %(day)s)
                   AND (listed.vsoko_student_id IS NOT NULL OR NOT EXISTS (
                        SELECT 1 FROM vsoko_student_vsoko_teaching_rel other
                         WHERE other.vsoko_teaching_id = lesson.id))
              ) found
             WHERE found.place = 1
            """,
            class_id=class_id,
            subject_id=subject_id,
            student_id=student_id,
            day=day,
        )
