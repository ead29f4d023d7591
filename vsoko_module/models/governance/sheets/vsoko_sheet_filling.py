from dataclasses import dataclass

from odoo import models
from odoo.tools import SQL

from ....tools.sheets.positions import applies, positions_of
from ...evidence.observations.vsoko_observation import COUNTED
from ..visits.vsoko_visit_profile import VISITORS, VISITS


@dataclass(frozen=True)
class PaidRegister:
    """How the records of a register come into sheets."""

    model: str
    link: str
    name: str
    day: str
    kind: str
    # the key of the event, of `record`, and the way from the record to the teacher
    key: SQL
    people: SQL
    # the further conditions of a criterion on the record
    filters: tuple = ("level", "result")


REGISTERS = {
    "event": PaidRegister(
        "vsoko.staff.event",
        "event_id",
        "name",
        "date",
        "event_kind",
        key=SQL("record.name_key || '|' || record.date"),
        people=SQL("SELECT id AS record_id, teacher_id FROM vsoko_staff_event"),
    ),
    "achievement": PaidRegister(
        "vsoko.achievement",
        "achievement_id",
        "event",
        "date",
        "achievement_kind",
        key=SQL("'achievement:' || record.id"),
        people=SQL(
            "SELECT vsoko_achievement_id AS record_id, vsoko_teacher_id AS teacher_id"
            " FROM vsoko_achievement_vsoko_teacher_rel"
        ),
    ),
    "course": PaidRegister(
        "vsoko.staff.course",
        "course_id",
        "topic",
        "date_end",
        "course_kind",
        key=SQL("'course:' || record.id"),
        people=SQL("SELECT id AS record_id, teacher_id FROM vsoko_staff_course"),
        filters=(),
    ),
}


class VsokoSheet(models.Model):
    """The program fills sheets with what it knows: one query for each source, whatever the number
    of teachers."""

    _inherit = "vsoko.sheet"

    def action_fill(self):
        """Count anew what the program knows of these sheets while they are being filled in."""
        self._check_filler()
        self._check_state("self")
        self._take_turn()
        self._fill()
        return self._toast(self.env._("Counted anew"))

    def _fill(self):
        """Make the missing lines; find figures, results of visits and records; count points.

        What a register says is the same whoever presses the button, so the rights on registers
        and figures are not asked: of the teacher's own work only.
        """
        self.env.flush_all()
        self._check_copies()
        self._make_lines()
        self._find_figures()
        self._find_results()
        said = self._forget_records()
        for source in REGISTERS:
            self._find_records(source)
        self._say_again(said)
        self.env.invalidate_all(flush=False)
        # As said above: the program counts what it has found itself.
        lines = self.sudo().line_ids
        lines._count()

    def _check_copies(self):
        """Raise ValidationError when a criterion counts outer diagnostics under a neutral name."""
        for period, sheets in self.grouped("period_id").items():
            # Which figures the criteria name, not what they show of anybody.
            criteria = sheets.sudo().scheme_id.criterion_ids
            found = criteria.filtered(lambda one: one.source == "indicator")
            indicators = self.env["vsoko.indicator"].sudo()
            indicators = indicators.union(*(one._get_indicators() for one in found))
            indicators._check_no_copies(period, "teacher")

    def _make_lines(self):
        """Make the lines of the criteria that are about the position of the teacher."""
        criteria, teachers = self._get_foreign_criteria()
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO vsoko_sheet_line (sheet_id, criterion_id, company_id, records,
                                              create_uid, write_uid, create_date, write_date)
                SELECT sheet.id, criterion.id, sheet.company_id, 0,
                       %(user)s, %(user)s, %(now)s, %(now)s
                  FROM vsoko_sheet sheet
                  JOIN vsoko_sheet_criterion criterion ON criterion.scheme_id = sheet.scheme_id
                  LEFT JOIN unnest(%(criteria)s::int[], %(teachers)s::int[])
                       AS foreign_one (criterion_id, teacher_id)
                    ON foreign_one.criterion_id = criterion.id
                   AND foreign_one.teacher_id = sheet.teacher_id
                 WHERE sheet.id = ANY(%(ids)s) AND foreign_one.criterion_id IS NULL
                    ON CONFLICT (sheet_id, criterion_id) DO NOTHING
                """,
                ids=self.ids,
                criteria=criteria,
                teachers=teachers,
                **self._get_stamps(),
            )
        )

    def _get_foreign_criteria(self):
        """Return ([criterion], [teacher]): pairs of ids where the criterion is not about the
        position of the teacher."""
        pairs = []
        # As said above: only the positions of those whose sheets are filled.
        for criterion in self.sudo().scheme_id.criterion_ids.filtered("positions"):
            positions = positions_of(criterion.positions)
            pairs += [
                (criterion.id, teacher.id)
                for teacher in self.sudo().teacher_id
                if not applies(positions, teacher.position)
            ]
        return [pair[0] for pair in pairs], [pair[1] for pair in pairs]

    def _find_figures(self):
        """Take the figures of the teachers in the period; grey and barred ones are none."""
        self._put_values(
            "indicator",
            SQL(
                """
                SELECT DISTINCT ON (line.id) line.id, figure.value
                  FROM vsoko_sheet_line line
                  JOIN vsoko_sheet sheet ON sheet.id = line.sheet_id
                  JOIN vsoko_sheet_criterion criterion ON criterion.id = line.criterion_id
                  JOIN vsoko_indicator indicator
                    ON indicator.code = criterion.indicator_code AND indicator.rating_allowed
                  JOIN vsoko_indicator_value figure
                    ON figure.indicator_id = indicator.id
                   AND figure.period_id = sheet.period_id
                   AND figure.teacher_id = sheet.teacher_id
                   AND figure.scope = 'teacher'
                   AND figure.rating_allowed
                   AND figure.status IS DISTINCT FROM 'grey'
                 WHERE line.sheet_id = ANY(%s) AND criterion.source = 'indicator'
                 ORDER BY line.id, figure.id DESC
                """,
                self.ids,
            ),
        )

    def _find_results(self):
        """Take the mean result of complete sheets about lessons: of enough lessons and experts."""
        self._put_values(
            "rubric",
            SQL(
                """
                SELECT line.id, sum(visit.score) * 100.0 / sum(visit.max_score) AS value
                  FROM vsoko_sheet_line line
                  JOIN vsoko_sheet sheet ON sheet.id = line.sheet_id
                  JOIN vsoko_period period ON period.id = sheet.period_id
                  JOIN vsoko_sheet_criterion criterion ON criterion.id = line.criterion_id
                  JOIN vsoko_observation visit
                    ON visit.rubric_id = criterion.rubric_id
                   AND visit.teacher_id = sheet.teacher_id
                   AND visit.date BETWEEN period.date_start AND period.date_end
                   AND visit.state = ANY(%(counted)s)
                   AND visit.max_score > 0
                 WHERE line.sheet_id = ANY(%(ids)s) AND criterion.source = 'rubric'
                 GROUP BY line.id
                HAVING count(DISTINCT (visit.date, visit.class_id, visit.subject_id)) >= %(visits)s
                   AND count(DISTINCT visit.expert_id) >= %(visitors)s
                """,
                ids=self.ids,
                counted=list(COUNTED),
                visits=VISITS,
                visitors=VISITORS,
            ),
        )

    def _put_values(self, source, found):
        """Write the figures of the lines of one source; what is not found is empty.

        :param SQL found: SELECT of the id of a line and its value
        """
        self.env.cr.execute(
            SQL(
                """
                UPDATE vsoko_sheet_line line SET value = found.value
                  FROM vsoko_sheet_line own
                  JOIN vsoko_sheet_criterion criterion ON criterion.id = own.criterion_id
                  LEFT JOIN (%(found)s) found ON found.id = own.id
                 WHERE line.id = own.id
                   AND own.sheet_id = ANY(%(ids)s) AND criterion.source = %(source)s
                """,
                found=found,
                ids=self.ids,
                source=source,
            )
        )

    def _forget_records(self):
        """Take out what was found before: records may have changed since.

        :return: [(teacher, key of the event, what people have said of it)]
        """
        self.env.cr.execute(
            SQL(
                """
                DELETE FROM vsoko_sheet_evidence evidence USING vsoko_sheet_line line
                 WHERE evidence.line_id = line.id AND evidence.is_found
                   AND line.sheet_id = ANY(%s)
                RETURNING evidence.teacher_id, evidence.once_key, evidence.paid_elsewhere
                """,
                self.ids,
            )
        )
        return [row for row in self.env.cr.fetchall() if row[-1]]

    def _say_again(self, said):
        """Give what was found again what people had said of it."""
        if not said:
            return
        self.env.cr.execute(
            SQL(
                """
                UPDATE vsoko_sheet_evidence evidence SET paid_elsewhere = said.paid_elsewhere
                  FROM unnest(%s::int[], %s::text[], %s::text[])
                       AS said (teacher_id, once_key, paid_elsewhere)
                 WHERE evidence.teacher_id = said.teacher_id AND evidence.once_key = said.once_key
                   AND evidence.is_found
                """,
                *map(list, zip(*said, strict=True)),
            )
        )

    def _find_records(self, source):
        """Take the records of a register: each one once, under the criterion that gives most, and
        none that has given points in another sheet."""
        register = REGISTERS[source]
        filters = {register.kind: "kind", **{name: name for name in register.filters}}
        conditions = SQL(" AND ").join(
            SQL(
                "(criterion.%(asked)s IS NULL OR criterion.%(asked)s = record.%(name)s)",
                asked=SQL.identifier(asked),
                name=SQL.identifier(name),
            )
            for asked, name in filters.items()
        )
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO vsoko_sheet_evidence
                       (line_id, teacher_id, company_id, name, date, is_found, %(link)s, once_key,
                        create_uid, write_uid, create_date, write_date)
                SELECT DISTINCT ON (sheet.teacher_id, %(key)s)
                       line.id, sheet.teacher_id, sheet.company_id, record.%(name)s,
                       record.%(day)s, TRUE, record.id, %(key)s,
                       %(user)s, %(user)s, %(now)s, %(now)s
                  FROM vsoko_sheet_line line
                  JOIN vsoko_sheet sheet ON sheet.id = line.sheet_id
                  JOIN vsoko_period period ON period.id = sheet.period_id
                  JOIN vsoko_sheet_criterion criterion ON criterion.id = line.criterion_id
                  JOIN (%(people)s) person ON person.teacher_id = sheet.teacher_id
                  JOIN %(table)s record ON record.id = person.record_id
                 WHERE line.sheet_id = ANY(%(ids)s)
                   AND criterion.source = %(source)s
                   AND %(conditions)s
                   AND record.%(day)s <= period.date_end
                   AND record.%(day)s >= CASE WHEN criterion.expiry_months > 0
                       THEN (period.date_end - make_interval(months => criterion.expiry_months))
                            ::date + 1
                       ELSE period.date_start END
                 ORDER BY sheet.teacher_id, %(key)s, criterion.points_each DESC, criterion.id
                    ON CONFLICT DO NOTHING
                """,
                link=SQL.identifier(register.link),
                key=register.key,
                people=register.people,
                name=SQL.identifier(register.name),
                day=SQL.identifier(register.day),
                table=SQL.identifier(self.env[register.model]._table),
                ids=self.ids,
                source=source,
                conditions=conditions,
                **self._get_stamps(),
            )
        )

    def _get_stamps(self):
        return {"user": self.env.uid, "now": self.env.cr.now()}


class VsokoSheetLine(models.Model):
    _inherit = "vsoko.sheet.line"

    def _store_counted(self, counted):
        """Write what the program has counted, in one statement.

        :param counted: list of (id of the line, records, points or None)
        """
        if not counted:
            return
        self.flush_recordset()
        ids, records, points = zip(*counted, strict=True)
        self.env.cr.execute(
            SQL(
                """
                UPDATE vsoko_sheet_line line
                   SET records = counted.records, program_points = counted.points
                  FROM unnest(%s::int[], %s::int[], %s::float8[]) AS counted (id, records, points)
                 WHERE line.id = counted.id
                """,
                list(ids),
                list(records),
                list(points),
            )
        )
        changed = ["records", "program_points", "points", "gap_text"]
        self.invalidate_recordset(changed, flush=False)
        # The points of whole sheets follow from their lines, whoever has counted these.
        sheets = self.sheet_id.sudo()
        for name in ("total", "most", "share"):
            self.env.add_to_compute(sheets._fields[name], sheets)
