from odoo import models
from odoo.tools import SQL

from ....tools.factors.school import Facts, Learner
from ...evidence.observations.vsoko_observation import COUNTED


class VsokoFactorStudy(models.Model):
    """Where the facts of a study come from: one query a source."""

    _inherit = "vsoko.factor.study"

    def _get_facts(self):
        """Return the `Facts` of the school, the period and the subject; the right to the study was
        asked before, and nobody is named in what is made of them."""
        self.env.flush_all()
        facts = Facts([])
        self._read_pupils(facts)
        self._read_absences(facts)
        self._read_lessons(facts)
        self._read_visits(facts)
        self._read_surveys(facts)
        return facts

    def _run(self, statement):
        place = {
            "company": self.company_id.id,
            "year": self.period_id.year_id.id,
            "first": self.period_id.date_start,
            "last": self.period_id.date_end,
            "subject": self.subject_id.id or None,
            "period": self.period_id.id,
            "before": self.period_id._get_previous().id or None,
            "level": self.level or None,
            "counted": list(COUNTED),
            "criterion": self.visit_criterion_id.id or None,
        }
        self.env.cr.execute(SQL(statement, **place))
        return self.env.cr.fetchall()

    def _read_pupils(self, facts):
        """Pupils on the last day of the period, how many were in the class, and their marks."""
        for id_, class_id, grade, size, mark, before, change, changed in self._run(_PUPILS):
            outcome = mark if self.outcome == "mark" else change
            facts.known["size"][class_id] = size
            if outcome is None:
                continue
            facts.pupils.append(Learner(id_, class_id, grade, outcome, before))
            if before is not None:
                facts.known["earlier"][id_] = before
            if changed is not None:
                # of one subject: was or was not; of all of them: how large a part
                facts.known["teacher"][id_] = changed > 0 if self.subject_id else changed

    def _read_absences(self, facts):
        """Missed days, of the classes whose absences are entered by name."""
        missed = dict(self._run(_ABSENCES))
        kept = {pupil.class_id for pupil in facts.pupils if pupil.id in missed}
        facts.known["absence"] = {
            pupil.id: missed.get(pupil.id, 0) for pupil in facts.pupils if pupil.class_id in kept
        }

    def _read_lessons(self, facts):
        for class_id, hours, divided in self._run(_LESSONS):
            if hours:
                facts.known["hours"][class_id] = hours
            facts.known["subgroup"][class_id] = divided > 0 if self.subject_id else divided

    def _read_visits(self, facts):
        facts.known["visit"] = dict(self._run(_VISITS))

    def _read_surveys(self, facts):
        for class_id, topic, satisfied in self._run(_SURVEYS):
            facts.known[topic][class_id] = satisfied


# a mark without a teacher tells nothing of a change
_PUPILS = """
    SELECT stay.student_id, stay.class_id, class.grade,
           count(*) OVER (PARTITION BY stay.class_id)::int,
           result.mark, result.before, result.change, result.changed
      FROM vsoko_enrolment stay
      JOIN vsoko_class class ON class.id = stay.class_id
      LEFT JOIN (
        SELECT mark.student_id, avg(mark.value)::float8 AS mark,
               avg(earlier.value)::float8 AS before,
               avg(mark.value - earlier.value)::float8 AS change,
               avg((mark.teacher_id <> earlier.teacher_id)::int)::float8 AS changed
          FROM vsoko_mark mark
          LEFT JOIN vsoko_mark earlier
            ON earlier.student_id = mark.student_id AND earlier.subject_id = mark.subject_id
           AND earlier.period_id = %(before)s AND earlier.status = 'graded'
         WHERE mark.period_id = %(period)s AND mark.status = 'graded'
           AND (%(subject)s::int IS NULL OR mark.subject_id = %(subject)s::int)
         GROUP BY mark.student_id
      ) result ON result.student_id = stay.student_id
     WHERE stay.company_id = %(company)s AND stay.year_id = %(year)s
       AND stay.date_from <= %(last)s AND (stay.date_to IS NULL OR stay.date_to > %(last)s)
       AND (%(level)s::text IS NULL OR class.level = %(level)s::text)
     ORDER BY stay.class_id, stay.student_id
"""
_ABSENCES = """
    SELECT student_id, sum(days)::int FROM vsoko_absence
     WHERE company_id = %(company)s AND student_id IS NOT NULL
       AND date BETWEEN %(first)s AND %(last)s
     GROUP BY student_id
"""
# groups of a class have the same hours beside each other
_LESSONS = """
    SELECT class_id, sum(hours)::float8, count(*) FILTER (WHERE is_divided)::int
      FROM (
        SELECT class_id, subject_id, max(hours_per_week) AS hours,
               bool_or(COALESCE(group_name, '') <> '') AS is_divided
          FROM vsoko_teaching
         WHERE company_id = %(company)s AND year_id = %(year)s
           AND date_from <= %(last)s AND (date_to IS NULL OR date_to >= %(last)s)
           AND (%(subject)s::int IS NULL OR subject_id = %(subject)s::int)
         GROUP BY class_id, subject_id
      ) lesson
     GROUP BY class_id
"""
# Visits and surveys are rare: all of the school year until the end of the period. The criterion of
# another version of a rubric is the same while it is worded the same, as in the profile of visits.
_VISITS = """
    SELECT sheet.class_id, sum(point.got) * 100.0::float8 / sum(point.most)
      FROM vsoko_observation sheet
     CROSS JOIN LATERAL (
       SELECT sheet.score AS got, sheet.max_score AS most WHERE %(criterion)s::int IS NULL
        UNION ALL
       SELECT (answer.value ->> 'points')::int, criterion.max_points
         FROM jsonb_each(sheet.answers) answer
         JOIN vsoko_rubric_criterion criterion
           ON criterion.rubric_id = sheet.rubric_id AND criterion.id::text = answer.key
         JOIN vsoko_rubric_criterion chosen
           ON chosen.id = %(criterion)s::int AND chosen.name = criterion.name
        WHERE jsonb_typeof(answer.value -> 'points') = 'number'
     ) point
     WHERE sheet.company_id = %(company)s AND sheet.year_id = %(year)s AND sheet.date <= %(last)s
       AND sheet.kind = 'lesson' AND sheet.class_id IS NOT NULL AND sheet.student_id IS NULL
       AND point.most > 0 AND sheet.state = ANY(%(counted)s)
       AND (%(subject)s::int IS NULL OR sheet.subject_id = %(subject)s::int)
     GROUP BY sheet.class_id
"""
_SURVEYS = """
    SELECT own.class_id, item.topic, avg(option.is_top::int) * 100.0::float8
      FROM vsoko_survey_group own
      JOIN vsoko_survey_campaign campaign ON campaign.id = own.campaign_id
      JOIN vsoko_survey_response response ON response.group_id = own.id
      JOIN vsoko_survey_response_item answer ON answer.response_id = response.id
      JOIN vsoko_survey_option option ON option.id = answer.option_id
      JOIN vsoko_survey_item item ON item.id = option.item_id
     WHERE campaign.company_id = %(company)s AND campaign.year_id = %(year)s
       AND campaign.date_end <= %(last)s AND campaign.state IN ('closed', 'published')
       AND own.class_id IS NOT NULL AND own.in_class AND NOT option.is_unsure
       AND campaign.audience = 'pupils' AND item.topic IN ('climate', 'conditions')
     GROUP BY own.class_id, item.topic
"""
