"""What is always true of facts and figures, as queries that return the rows for which it is not.

One place for all of them: the page «Проверка данных», the tests of the demo and of the samples.
Each query gives (id, company_id) of rows of its model; none is the usual answer.
"""

from dataclasses import dataclass

from odoo.tools import SQL

FIGURES, MARKS = "vsoko.indicator.value", "vsoko.mark"
RESULTS, STAYS = "vsoko.result", "vsoko.enrolment"
# sources whose rows are not those of pupils alone: events beside the pupils, answers of parents,
# numbers of a class, what the school expects and does
BESIDE_PUPILS = (
    "injury", "absence", "offence", "survey_answer", "upbringing", "observation", "data_value",
    "action", "forecast",
)  # fmt: skip
# sources with rows that name no class: of few people, of a pupil who had left by the day, or about
# the school
WITHOUT_CLASS = (
    "health", "injury", "absence", "graduate", "offence", "survey_answer", "observation",
    "action", "forecast",
)  # fmt: skip
AGAIN = (
    "Calculate the indicators of the period again; an approved one the director reopens first. If"
    " the rows stay, tell whoever looks after the program."
)


@dataclass(frozen=True)
class DataCheck:
    """One invariant: what holds, what to do where it does not, rows of which model fail."""

    code: str
    title: str
    advice: str
    model: str
    failing: SQL


DATA_CHECKS = (
    DataCheck(
        "share_range",
        "A share is from 0 to 100 %",
        AGAIN,
        FIGURES,
        SQL(
            """
            SELECT figure.id, figure.company_id FROM vsoko_indicator_value figure
              JOIN vsoko_indicator indicator ON indicator.id = figure.indicator_id
             WHERE indicator.kind = 'measure'
               AND indicator.aggregate IN ('share', 'degree_of_learning')
               AND NOT COALESCE(figure.value BETWEEN 0 AND
                   CASE indicator.aggregate WHEN 'share' THEN indicator.factor ELSE 100 END, TRUE)
            """
        ),
    ),
    DataCheck(
        "part_of_whole",
        "What is counted is not more than what it is counted out of",
        AGAIN,
        FIGURES,
        SQL(
            """
            SELECT figure.id, figure.company_id FROM vsoko_indicator_value figure
              JOIN vsoko_indicator indicator ON indicator.id = figure.indicator_id
             WHERE indicator.kind = 'measure' AND indicator.aggregate = 'share'
               AND NOT (0 <= figure.numerator AND figure.numerator <= figure.denominator)
            """
        ),
    ),
    DataCheck(
        "quotient",
        "A share or a mean is the quotient of its two numbers",
        AGAIN,
        FIGURES,
        SQL(
            """
            SELECT figure.id, figure.company_id FROM vsoko_indicator_value figure
              JOIN vsoko_indicator indicator ON indicator.id = figure.indicator_id
             WHERE indicator.kind = 'measure' AND figure.denominator <> 0
               AND NOT COALESCE(abs(figure.value - figure.numerator / figure.denominator *
                   CASE indicator.aggregate WHEN 'share' THEN indicator.factor ELSE 1 END) < 1e-6,
                   FALSE)
            """
        ),
    ),
    DataCheck(
        "missing_reason",
        "A figure has either a value or the reason why there is none",
        AGAIN,
        FIGURES,
        SQL(
            """
            SELECT id, company_id FROM vsoko_indicator_value
             WHERE (value IS NULL) <> (missing_reason IS NOT NULL)
            """
        ),
    ),
    DataCheck(
        "people",
        "No more people stand behind a figure than facts",
        AGAIN,
        FIGURES,
        SQL("SELECT id, company_id FROM vsoko_indicator_value WHERE people > n OR people < 0"),
    ),
    DataCheck(
        "pupils_of_class",
        "No more pupils stand behind the figure of a class than have been in the class",
        "Look whether all pupils of the class are in the list of its pupils, and load the list"
        " anew when some are missing.",
        FIGURES,
        SQL(
            """
            SELECT figure.id, figure.company_id FROM vsoko_indicator_value figure
              LEFT JOIN (SELECT class_id, count(DISTINCT student_id) AS pupils
                           FROM vsoko_enrolment GROUP BY class_id) class
                ON class.class_id = figure.class_id
              JOIN vsoko_indicator indicator ON indicator.id = figure.indicator_id
             WHERE figure.class_id IS NOT NULL AND figure.people > COALESCE(class.pupils, 0)
               -- neither such a source nor a formula over one
               AND COALESCE(indicator.source, '') <> ALL(%(beside)s)
               AND NOT EXISTS (
                   SELECT FROM vsoko_indicator part
                    WHERE part.framework_id = indicator.framework_id
                      AND part.source = ANY(%(beside)s)
                      AND strpos(indicator.formula, part.code) > 0)
            """,
            beside=list(BESIDE_PUPILS),
        ),
    ),
    DataCheck(
        "too_few",
        "A figure of too few people is not judged",
        AGAIN,
        FIGURES,
        SQL(
            """
            SELECT figure.id, figure.company_id FROM vsoko_indicator_value figure
              JOIN vsoko_indicator indicator ON indicator.id = figure.indicator_id
             WHERE figure.status <> 'grey' AND figure.people < indicator.min_n
                OR (figure.status = 'grey') IS DISTINCT FROM (figure.grey_reason IS NOT NULL)
                   AND num_nonnulls(figure.status, figure.grey_reason) > 0
            """
        ),
    ),
    DataCheck(
        "change",
        "A change is the difference of the two figures as they are shown",
        AGAIN,
        FIGURES,
        SQL(
            """
            SELECT figure.id, figure.company_id FROM vsoko_indicator_value figure
              JOIN vsoko_indicator indicator ON indicator.id = figure.indicator_id
             WHERE round(figure.delta::numeric, 9) IS DISTINCT FROM
                   round(round(figure.value::numeric, indicator.digits)
                         - round(figure.previous_value::numeric, indicator.digits), 9)
            """
        ),
    ),
    DataCheck(
        "sum_of_classes",
        "The classes add up to their grade and to the school",
        AGAIN,
        FIGURES,
        SQL(
            """
            SELECT whole.id, whole.company_id FROM vsoko_indicator_value whole
              JOIN vsoko_indicator indicator ON indicator.id = whole.indicator_id
              JOIN (
                SELECT part.period_id, part.indicator_id, class.grade, sum(part.n) AS n,
                       CASE WHEN GROUPING(class.grade) = 0 THEN 'grade' ELSE 'school' END AS scope,
                       COALESCE(sum(part.numerator), 0) AS numerator,
                       COALESCE(sum(part.denominator), 0) AS denominator
                  FROM vsoko_indicator_value part
                  JOIN vsoko_class class ON class.id = part.class_id
                 WHERE part.scope = 'class'
                 GROUP BY part.period_id, part.indicator_id, GROUPING SETS ((class.grade), ())
              ) classes
                ON classes.period_id = whole.period_id AND classes.scope = whole.scope
               AND classes.indicator_id = whole.indicator_id
               AND (whole.scope = 'school' OR classes.grade = whole.grade)
             WHERE indicator.kind = 'measure' AND indicator.aggregate <> 'distinct_students'
               AND indicator.source <> ALL(%(without_class)s)
               AND (whole.n IS DISTINCT FROM classes.n
                    OR abs(COALESCE(whole.numerator, 0) - classes.numerator) > 1e-6
                    OR abs(COALESCE(whole.denominator, 0) - classes.denominator) > 1e-6)
            """,
            without_class=list(WITHOUT_CLASS),
        ),
    ),
    DataCheck(
        "movement",
        "At the start, came, went: together they give the number at the end",
        AGAIN,
        FIGURES,
        SQL(
            """
            SELECT cells.id, cells.company_id FROM (
                SELECT max(figure.id) FILTER (WHERE indicator.code = 'contingent') AS id,
                       figure.company_id,
                       sum(figure.value * CASE WHEN indicator.code IN (
                           'contingent_start', 'arrived', 'moved_in') THEN 1 ELSE -1 END) AS rest
                  FROM vsoko_indicator_value figure
                  JOIN vsoko_indicator indicator ON indicator.id = figure.indicator_id
                 WHERE indicator.source = 'enrolment' AND indicator.aggregate = 'count'
                   AND indicator.code IN ('contingent_start', 'arrived', 'moved_in', 'moved_out',
                                          'finished', 'departed', 'contingent')
                 GROUP BY figure.company_id, figure.period_id, figure.cell
                HAVING count(figure.value) = 7
            ) cells WHERE cells.rest <> 0
            """
        ),
    ),
    DataCheck(
        "class_of_mark",
        "A mark is of the class in which the pupil was on the last day of the period",
        "Open the pupil, look at the days in the classes and save them: the marks follow.",
        MARKS,
        SQL(
            """
            SELECT mark.id, mark.company_id FROM vsoko_mark mark
              JOIN vsoko_period period ON period.id = mark.period_id
              JOIN vsoko_enrolment stay
                ON stay.student_id = mark.student_id AND stay.year_id = period.year_id
               AND stay.date_from <= period.date_end
               AND (stay.date_to IS NULL OR stay.date_to > period.date_end)
             WHERE stay.class_id <> mark.class_id
            """
        ),
    ),
    DataCheck(
        "sum_of_tasks",
        "The points of a work are the sum of the points for its tasks",
        "Open the results of the work and enter the points for the tasks again.",
        RESULTS,
        SQL(
            """
            SELECT result.id, result.company_id FROM vsoko_result result
              JOIN (SELECT result_id, sum(COALESCE(score, 0)) AS total
                      FROM vsoko_task_score GROUP BY result_id) points
                ON points.result_id = result.id
             WHERE result.attendance = 'present' AND result.score IS DISTINCT FROM points.total
            """
        ),
    ),
    DataCheck(
        "points_of_task",
        "Nobody has more points for a task than it gives",
        "Open the results of the work: either the points or the greatest points of the task are"
        " wrong.",
        RESULTS,
        SQL(
            """
            SELECT result.id, result.company_id FROM vsoko_result result
             WHERE EXISTS (
                SELECT FROM vsoko_task_score score JOIN vsoko_test_task task ON task.id = task_id
                 WHERE score.result_id = result.id AND score.score > task.max_score)
            """
        ),
    ),
    DataCheck(
        "days_of_stay",
        "A pupil is in a class on days of its school year only",
        "Correct the days: the class is that of one school year.",
        STAYS,
        SQL(
            """
            SELECT stay.id, stay.company_id FROM vsoko_enrolment stay
              JOIN vsoko_year year ON year.id = stay.year_id
             WHERE stay.date_from NOT BETWEEN year.date_start AND year.date_end
                OR stay.date_to > year.date_end + 1
            """
        ),
    ),
)
