"""What the registers say of a member of staff on a day, in SQL; see also `vsoko.teacher`.

Each piece is a join beside a row `teacher` of the staff. Where a register has no line of the person
by that day its columns are empty, and what the list of staff states counts.
"""

import json

from odoo.tools import SQL

from ...evidence.staff.vsoko_staff_course import TRAINING
from ...evidence.staff.vsoko_teacher import CATEGORY_OF_RESULT, EDUCATION_OF_LEVEL

# events of so many years up to the day count
EVENT_YEARS = 3
# an event of these kinds shows that methods and technologies are known and used
METHODS = ("technology", "open_lesson", "speech", "publication")

# education, education_pedagogic
_DIPLOMA = SQL(
    """
    LEFT JOIN LATERAL (
        SELECT %s::jsonb ->> line.level AS education,
               bool_or(COALESCE(line.is_pedagogic, FALSE)) AS pedagogic
          FROM vsoko_staff_education line
         WHERE line.teacher_id = teacher.id
           AND (line.date IS NULL OR line.date <= period.date_end)
         GROUP BY line.level
         ORDER BY array_position(%s, line.level)
         LIMIT 1
    ) diploma ON TRUE
    """,
    json.dumps(EDUCATION_OF_LEVEL),
    list(EDUCATION_OF_LEVEL),
)

# whether all that is taught is among what the diplomas allow; NULL where there are no lessons, or
# no diploma says it
_MATCH = """
    LEFT JOIN LATERAL (
        SELECT array_agg(allowed.vsoko_subject_id) AS subjects
          FROM vsoko_staff_education line
          JOIN vsoko_staff_education_vsoko_subject_rel allowed
            ON allowed.vsoko_staff_education_id = line.id
         WHERE line.teacher_id = teacher.id
           AND (line.date IS NULL OR line.date <= period.date_end)
    ) allowed ON TRUE
    LEFT JOIN LATERAL (
        SELECT bool_and(taught.subject_id = ANY(allowed.subjects)) AS match
          FROM vsoko_teaching taught
          JOIN vsoko_year lesson_year
            ON lesson_year.id = taught.year_id
           AND period.date_end BETWEEN lesson_year.date_start AND lesson_year.date_end
         WHERE taught.teacher_id = teacher.id
           AND taught.date_from <= period.date_end
           AND (taught.date_to IS NULL OR taught.date_to >= period.date_end)
           AND %s
    ) lessons ON TRUE
"""

# the best result that holds; `known` when there is any, held or ended
_ATTESTATION = SQL(
    """
    LEFT JOIN LATERAL (
        SELECT count(*) > 0 AS known,
               %(categories)s::jsonb ->> (array_agg(
                   line.result ORDER BY array_position(%(order)s, line.result))
                   FILTER (WHERE line.holds))[1] AS category,
               bool_or(line.holds AND line.result = 'methodist') AS is_methodist,
               bool_or(line.holds AND line.result = 'mentor') AS is_mentor
          FROM (SELECT COALESCE(category, kind) AS result,
                       date_end IS NULL OR date_end >= period.date_end AS holds
                  FROM vsoko_staff_attestation
                 WHERE teacher_id = teacher.id AND date <= period.date_end) line
    ) attested ON TRUE
    """,
    categories=json.dumps(CATEGORY_OF_RESULT),
    order=list(CATEGORY_OF_RESULT),
)

# the last training, and whether one was about the standard
_COURSES = SQL(
    """
    LEFT JOIN LATERAL (
        SELECT max(line.date_end) AS last,
               bool_or(EXISTS (
                   SELECT FROM vsoko_staff_course_vsoko_staff_course_tag_rel about
                     JOIN vsoko_staff_course_tag tag
                       ON tag.id = about.vsoko_staff_course_tag_id AND tag.code = 'fgos'
                    WHERE about.vsoko_staff_course_id = line.id)) AS fgos
          FROM vsoko_staff_course line
         WHERE line.teacher_id = teacher.id AND line.kind = ANY(%s)
           AND line.date_end <= period.date_end
    ) trained ON TRUE
    """,
    list(TRAINING),
)

# the beginning of pedagogic work, later by the days of its breaks, and the last anniversary of it
_EXPERIENCE = SQL(
    """
    LEFT JOIN LATERAL (
        SELECT line.date_from + COALESCE((
                   SELECT sum(GREATEST(
                       LEAST(COALESCE(gap.date_to, period.date_end), period.date_end)
                       - GREATEST(gap.date_from, line.date_from), 0))
                     FROM vsoko_staff_experience_gap gap
                    WHERE gap.experience_id = line.id), 0)::int AS day
          FROM vsoko_staff_experience line
         WHERE line.teacher_id = teacher.id AND line.date_from <= period.date_end
    ) began ON TRUE
    LEFT JOIN LATERAL (
        SELECT extract(year FROM age(period.date_end, began.day))::int AS years
    ) full_years ON TRUE
    LEFT JOIN LATERAL (
        SELECT (began.day + make_interval(years => full_years.years))::date AS last,
               (began.day + make_interval(years => full_years.years + 1))::date AS next
    ) anniversary ON TRUE
    """
)

# what of the last three years there was
_EVENTS = SQL(
    """
    LEFT JOIN LATERAL (
        SELECT bool_or(line.kind = 'contest') AS contest,
               bool_or(line.kind = 'contest' AND line.level <> 'school') AS contest_above,
               bool_or(line.kind = 'innovation') AS innovation,
               bool_or(line.kind IN ('expert', 'jury')) AS expert,
               bool_or(line.kind = 'technology') AS technology,
               bool_or(line.kind = ANY(%(methods)s)) AS methods
          FROM vsoko_staff_event line
         WHERE line.teacher_id = teacher.id
           AND line.date <= period.date_end
           AND line.date > period.date_end - make_interval(years => %(years)s)
    ) events ON TRUE
    """,
    methods=list(METHODS),
    years=EVENT_YEARS,
)


def joins(narrowing):
    """Return the joins of all registers, with the lessons of the years around the periods."""
    match = SQL(_MATCH, narrowing.near("taught.year_id"))
    return SQL(" ").join((_DIPLOMA, match, _ATTESTATION, _COURSES, _EXPERIENCE, _EVENTS))


# full years and the part of the year in progress, as `tools.staff.experience`
EXPERIENCE_YEARS = SQL(
    """
    CASE WHEN began.day IS NOT NULL
         THEN full_years.years + (period.date_end - anniversary.last)::float
              / (anniversary.next - anniversary.last)
         WHEN teacher.stated_experience_date IS NOT NULL OR teacher.stated_experience_years > 0
         THEN COALESCE(teacher.stated_experience_years, 0) + COALESCE(extract(
              year FROM age(period.date_end, teacher.stated_experience_date))::int, 0)
    END
    """
)

# the fields on which these pieces rest, for `_depends`
DEPENDS = {
    "vsoko.staff.education": [
        "teacher_id",
        "level",
        "is_pedagogic",
        "date",
        "matches_subject_ids",
    ],
    "vsoko.staff.attestation": ["teacher_id", "kind", "category", "date", "date_end"],
    "vsoko.staff.course": ["teacher_id", "kind", "date_end", "tag_ids"],
    "vsoko.staff.course.tag": ["code"],
    "vsoko.staff.experience": ["teacher_id", "date_from"],
    "vsoko.staff.experience.gap": ["experience_id", "date_from", "date_to"],
    "vsoko.staff.event": ["teacher_id", "kind", "level", "date"],
    "vsoko.teaching": ["teacher_id", "subject_id", "year_id", "date_from", "date_to"],
    "vsoko.year": ["date_start", "date_end"],
}
