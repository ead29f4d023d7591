from odoo import api, fields, models
from odoo.tools import SQL

from ..points import OptionalPoints
from .element_points import by_year, judged

STATES = [
    ("reached", "Achieved"),
    ("not_reached", "Not achieved"),
    ("few", "Too few tasks"),
    ("not_checked", "Not checked"),
]
_KEY = ("class_id", "subject_id", "student_id", "kind", "element_id")
_CONTENT = (
    "company_id", "year_id", "teacher_id", "works", "tasks", "points", "max_points",
    "last_date", "achievement_id", "state",
)  # fmt: skip


class VsokoElementTotal(models.Model):
    """Points of a pupil for an element of content or a skill over all works of a year.

    Kept so that a list of the whole school does not add up hundreds of thousands of points at each
    opening. Whatever changes results, works or tasks asks `_refresh` in the same transaction; one
    statement makes the rows of these classes and subjects equal to what the points give; new
    borders of levels are asked of the rows alone. Nobody writes here, and people read
    `vsoko.mastery`, which adds what was not checked.
    """

    _name = "vsoko.element.total"
    _description = "Points for a planned result over a year"
    _rec_name = "student_id"
    _log_access = False

    company_id = fields.Many2one("res.company", string="School", required=True, readonly=True)
    year_id = fields.Many2one(
        "vsoko.year", string="School year", required=True, readonly=True, ondelete="cascade"
    )
    class_id = fields.Many2one(
        "vsoko.class", string="Class", required=True, readonly=True, ondelete="cascade"
    )
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", required=True, readonly=True, index=True
    )
    student_id = fields.Many2one(
        "vsoko.student",
        string="Pupil",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    teacher_id = fields.Many2one(
        "vsoko.teacher", string="Teacher", readonly=True, index="btree_not_null"
    )
    kind = fields.Integer(required=True, readonly=True, aggregator=None)
    element_id = fields.Integer(
        string="Planned result",
        required=True,
        readonly=True,
        aggregator=None,
        help="An element of content where the kind is 0, a skill where it is 1",
    )
    works = fields.Integer(readonly=True, aggregator=None)
    tasks = fields.Integer(readonly=True, aggregator=None)
    points = OptionalPoints(readonly=True, aggregator=None)
    max_points = OptionalPoints(string="Greatest points", readonly=True, aggregator=None)
    last_date = fields.Date(string="Checked last", readonly=True)
    achievement_id = fields.Many2one(
        "vsoko.achievement.level",
        string="Level of mastery",
        readonly=True,
        index="btree_not_null",
        ondelete="set null",
    )
    state = fields.Selection(STATES, required=True, readonly=True)

    _key_uniq = models.Constraint(
        "UNIQUE(class_id, subject_id, student_id, kind, element_id)",
        "The points for this planned result are there already.",
    )
    # the number of the row in vsoko.mastery
    _mastery_index = models.Index("((id::bigint * 2))")
    _year_index = models.Index("(year_id, company_id)")

    @api.model
    def _get_places(self, works):
        """Return ``(ids of classes, ids of subjects)`` that the works are about."""
        self.env.flush_all()
        rows = self.env.execute_query(
            SQL(
                """
                SELECT place.class_id, work.subject_id
                  FROM vsoko_assessment work
                  JOIN (SELECT vsoko_assessment_id AS work_id, vsoko_class_id AS class_id
                          FROM vsoko_assessment_vsoko_class_rel
                        UNION
                        SELECT assessment_id, class_id FROM vsoko_result
                         WHERE assessment_id = ANY(%(ids)s)) place ON place.work_id = work.id
                 WHERE work.id = ANY(%(ids)s)
                """,
                ids=list(works.ids),
            )
        )
        return {row[0] for row in rows}, {row[1] for row in rows}

    @api.model
    def _refresh(self, works, *earlier):
        """Bring the rows of the works' classes and subjects up to date; two statements.

        :param earlier: answers of `_get_places` from before a change that moves works
        """
        found = [self._get_places(works), *earlier] if works else list(earlier)
        classes = set().union(*(place[0] for place in found))
        subjects = set().union(*(place[1] for place in found))
        if classes and subjects:
            self.env.flush_all()
            self._store(sorted(classes), sorted(subjects))

    @api.model
    def _get_closed(self, classes, subjects):
        """Return the rows of the sums as closed works alone give them, one SELECT.

        While a work is typed in, its points say nothing yet: half of a pupil's tasks may be there.

        :return: {(class, subject, pupil, kind, element), all numbers:
            (points, greatest points, state)}; what no task has checked is not there
        """
        self.env.flush_all()
        facts = SQL(
            """result.class_id = ANY(%s) AND work.subject_id = ANY(%s)
               AND work.state IN ('closed', 'analysed')""",
            classes.ids,
            subjects.ids,
        )
        rows = self.env.execute_query(
            SQL(
                "SELECT %s, points, max_points, state FROM (%s) closed WHERE tasks > 0",
                _names(_KEY),
                judged(self.env, by_year(facts)),
            )
        )
        return {row[:5]: (float(row[5]), float(row[6]), row[7]) for row in rows}

    @api.model
    def _refresh_everything(self):
        """Make all rows anew, for a database where they were not kept."""
        self._refresh(self.env["vsoko.assessment"].search([("test_id", "!=", False)]))

    def _store(self, classes, subjects):
        facts = SQL("result.class_id = ANY(%s) AND work.subject_id = ANY(%s)", classes, subjects)
        columns = SQL(", ").join(SQL.identifier(name) for name in (*_KEY, *_CONTENT))
        self.env.cr.execute(
            SQL(
                """
                WITH computed AS MATERIALIZED (%(judged)s), stale AS (
                    DELETE FROM vsoko_element_total kept
                     WHERE kept.class_id = ANY(%(classes)s) AND kept.subject_id = ANY(%(subjects)s)
                       AND NOT EXISTS (
                           SELECT 1 FROM computed
                            WHERE (%(computed_key)s) = (%(kept_key)s))
                )
                INSERT INTO vsoko_element_total AS kept (%(columns)s)
                SELECT %(columns)s FROM computed
                ON CONFLICT (%(key)s) DO UPDATE SET (%(content)s) = ROW(%(new)s)
                 WHERE (%(old)s) IS DISTINCT FROM (%(new)s)
                """,
                judged=judged(self.env, by_year(facts)),
                classes=classes,
                subjects=subjects,
                columns=columns,
                key=_names(_KEY),
                computed_key=_names(_KEY, "computed"),
                kept_key=_names(_KEY, "kept"),
                content=_names(_CONTENT),
                old=_names(_CONTENT, "kept"),
                new=_names(_CONTENT, "excluded"),
            )
        )
        self._forget()

    @api.model
    def _judge(self):
        """Judge all rows anew, after a border of a level has changed; one statement."""
        self.env.flush_all()
        points = SQL("SELECT id, company_id, tasks, points, max_points FROM vsoko_element_total")
        self.env.cr.execute(
            SQL(
                """
                UPDATE vsoko_element_total kept
                   SET achievement_id = judged.achievement_id, state = judged.state
                  FROM (%s) judged
                 WHERE judged.id = kept.id
                   AND (kept.achievement_id, kept.state)
                       IS DISTINCT FROM (judged.achievement_id, judged.state)
                """,
                judged(self.env, points),
            )
        )
        self._forget()

    def _forget(self):
        """Drop what is remembered of the sums: they were changed past the records."""
        self.invalidate_model()


def _names(names, table=None):
    return SQL(", ").join(SQL.identifier(*filter(None, (table, name))) for name in names)
