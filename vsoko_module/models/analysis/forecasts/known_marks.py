"""What is known of term marks: the works of the term and the mark of the term before."""

from collections import defaultdict
from itertools import pairwise

from odoo.fields import Domain
from odoo.tools import SQL

from ....tools.forecast import Known
from ...evidence.assessments.vsoko_assessment_type import DIAGNOSTIC_ONLY, EXAMS

# how many terms back the habit of the school is learned from
_TERMS = 8


def read_known(results, marks, subject, terms):
    """Return ``({(term, pupil): Known}, {(term, pupil): mark})`` of a subject.

    Works of diagnostics from outside and exams make no term mark and are left out. Two queries,
    however many pupils and terms.

    :param results, marks: empty records, whose rights decide what is read
    :param terms: ``{term: the term before or an empty one}``
    """
    periods = next(iter(terms)).union(*terms, *terms.values()) if terms else marks.period_id
    given = _read_marks(marks, subject, periods)
    works = _read_works(results, subject, list(terms))
    known = {}
    for term, before in terms.items():
        pupils = works[term.id].keys() | given[before.id].keys() | given[term.id].keys()
        for pupil in pupils:
            known[term, pupil] = Known(
                tuple(works[term.id].get(pupil, ())), given[before.id].get(pupil)
            )
    came = {(term, pupil): mark for term in terms for pupil, mark in given[term.id].items()}
    return known, came


def read_past(env, subject, period):
    """Return ``[(Known, mark)]`` of the terms of the school that ended before a period.

    Whoever asks, the habit of the whole school is meant: three numbers, which tell of nobody.
    """
    same = Domain("company_id", "=", period.company_id.id) & Domain("kind", "=", period.kind)
    earlier = period.sudo().search(
        same & Domain("date_end", "<", period.date_start), order="date_end desc", limit=_TERMS + 1
    )
    terms = dict(pairwise(earlier))
    if not terms:
        return []
    # As said above.
    known, came = read_known(env["vsoko.result"].sudo(), env["vsoko.mark"].sudo(), subject, terms)
    return [(known[key], mark) for key, mark in sorted(came.items(), key=_order)]


def _order(item):
    (term, pupil), _mark = item
    return term.date_end, pupil


def _read_marks(marks, subject, periods):
    """Return {period's id: {pupil's id: mark}}."""
    marks.env.flush_all()
    rows = marks._read_group(
        Domain("subject_id", "=", subject.id)
        & Domain("period_id", "in", periods.ids)
        & Domain("status", "=", "graded")
        & Domain("value", ">=", 2),
        ["period_id", "student_id"],
        ["value:max"],
    )
    found = defaultdict(dict)
    for period, student, value in rows:
        found[period.id][student.id] = value
    return found


def _read_works(results, subject, terms):
    """Return {term's id: {pupil's id: [marks of works]}} in the order of time."""
    results.env.flush_all()
    readable = results._search(
        Domain("subject_id", "=", subject.id)
        & Domain("attendance", "=", "present")
        & Domain("mark", ">=", 2)
    )
    rows = results.env.execute_query(
        SQL(
            """
            SELECT period.id, result.student_id, array_agg(result.mark ORDER BY result.date)
              FROM vsoko_result result
              JOIN vsoko_assessment work ON work.id = result.assessment_id
              JOIN vsoko_period period
                ON result.date BETWEEN period.date_start AND period.date_end
               AND period.id = ANY(%(terms)s)
             WHERE result.id IN %(readable)s AND work.procedure <> ALL(%(outside)s)
             GROUP BY period.id, result.student_id
            """,
            terms=[term.id for term in terms],
            readable=readable.subselect(),
            outside=list(DIAGNOSTIC_ONLY + EXAMS),
        )
    )
    found = defaultdict(dict)
    for period, student, works in rows:
        found[period][student] = works
    return found
