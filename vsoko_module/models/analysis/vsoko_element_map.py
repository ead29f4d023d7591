from typing import Literal, TypedDict

from odoo import api, models
from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tools import SQL

from ...tools import measures
from ...tools.natural_order import natural_key
from ...tools.russian_order import order_key
from ..evidence.mastery.element_points import by_work, by_year, judged

_FIELDS = (
    "class_id",
    "element_id",
    "code",
    "element",
    "pupils",
    "points",
    "max_points",
    "judged",
    "reached",
)
# who reads the works of all classes; a teacher the own
_SEE_ALL = (
    "vsoko_module.group_association_head,vsoko_module.group_pedagogical_council"
    ",vsoko_module.group_methodical_council"
)
_KIND_NUMBERS = {"content": 0, "skill": 1}


class MapChoice(TypedDict):
    year: int | None
    subject: int | None
    grade: int | None
    kind: Literal["content", "skill"]
    work: int | None


class BegunChoice(TypedDict, total=False):
    year: int | None
    subject: int | None
    grade: int | None
    kind: str | None
    work: int | None


class VsokoElementShare(models.Model):
    """The map of a school: elements down, classes across, and what is behind a cell."""

    _inherit = "vsoko.element.share"

    @api.model
    @api.readonly
    def get_map(self, choice: BegunChoice):
        """Return what the map shows to the user, in a constant number of queries.

        :param choice: ``{'year', 'subject', 'grade', 'kind', 'work'}``: ids, a number, the name of
            a kind; what is missing or impossible is chosen
        :return: ``{'choice', 'years', 'subjects', 'grades', 'works': [{'id', 'name'}], 'classes',
            'lines': [{'id', 'code', 'name', 'cells', 'total'}], 'levels', 'note', 'unbound': why
            nothing is the user's own}``; a cell is None where nobody had a task, otherwise
            ``{'percent', 'n', 'status', 'judged', 'reached'}``
        """
        works = self._get_works()
        years = works.year_id.sorted("date_start", reverse=True)
        choice = self._complete(choice, works, years)
        works = works.filtered(lambda work: work.year_id.id == choice["year"])
        rows = self.search_fetch(self._get_domain(choice), _FIELDS)
        Level = self.env["vsoko.achievement.level"]
        classes = rows.class_id.sorted("key")
        return {
            "choice": choice,
            "years": _named(years, "name"),
            **self._get_choices(choice, works),
            "classes": [
                {"id": school_class.id, "name": school_class.name} for school_class in classes
            ],
            "lines": self._get_lines(rows, classes),
            "levels": Level._get_levels("element").read(["name", "min_percent", "status"]),
            "note": Level._get_reached_note(),
            "unbound": self._get_unbound_text(),
        }

    @api.model
    @api.readonly
    def get_cell(self, choice: MapChoice, class_id: int, element_id: int):
        """Return who stands behind a cell and by which tasks.

        :return: ``{'pupils': [{'id', 'name', 'points', 'max_points', 'percent', 'state',
            'level'}], 'tasks': [{'work', 'date', 'number', 'n', 'percent'}]}``; the pupils, the
            weakest first, are None for whoever may not see them
        :raise AccessError: for a cell that the user may not see
        """
        domain = [("class_id", "=", class_id), ("element_id", "=", element_id)]
        if not self.search_count([*self._get_domain(choice), *domain], limit=1):
            raise AccessError(self.env._("You have no access to these results."))
        may_see_pupils = self.env["vsoko.result"].has_access("read")
        return {
            "pupils": self._get_pupils(choice, domain) if may_see_pupils else None,
            "tasks": self._get_tasks(choice, class_id, element_id),
        }

    def _get_works(self):
        """Return the works with tasks, of a teacher the own."""
        domain = Domain("state", "!=", "planned") & Domain("test_id", "!=", False)
        if not self.env.user.has_groups(_SEE_ALL):
            domain &= Domain("is_own", "=", True)
        return self.env["vsoko.assessment"].search(domain)

    def _complete(self, choice, works, years):
        """Return the choice with the first of what the user sees where it says nothing."""
        work = works.filtered(lambda work: work.id == choice.get("work"))
        wanted = work.year_id.id or choice.get("year")
        year = years.filtered(lambda year: year.id == wanted) or years[:1]
        subjects = _by_sequence(works.filtered(lambda work: work.year_id == year).subject_id)
        wanted = work.subject_id.id or choice.get("subject")
        return {
            "year": year.id,
            "subject": (subjects.filtered(lambda subject: subject.id == wanted) or subjects[:1]).id,
            "grade": choice.get("grade") or False,
            "kind": choice.get("kind") if choice.get("kind") in _KIND_NUMBERS else "content",
            "work": work.id,
        }

    def _get_domain(self, choice):
        domain = [
            ("year_id", "=", choice["year"]),
            ("subject_id", "=", choice["subject"]),
            ("kind", "=", choice["kind"]),
            ("assessment_id", "=", choice["work"]),
        ]
        return [*domain, ("grade", "=", choice["grade"])] if choice["grade"] else domain

    def _get_choices(self, choice, works):
        of_subject = works.filtered(lambda work: work.subject_id.id == choice["subject"])
        return {
            "subjects": _named(_by_sequence(works.subject_id), "name"),
            "grades": sorted(set(of_subject.class_ids.mapped("grade"))),
            "works": _named(of_subject, "display_name"),
        }

    def _get_lines(self, rows, classes):
        cuts = self._get_cuts()
        lines = []
        elements = rows.grouped("element_id").values()
        for found in sorted(elements, key=lambda element: natural_key(element[0].code)):
            by_class = found.grouped("class_id")
            cells = [by_class.get(school_class, self.browse()) for school_class in classes]
            lines.append(
                {
                    "id": found[0].element_id,
                    "code": found[0].code,
                    "name": found[0].element,
                    "cells": [cell._get_figures(cuts) for cell in cells],
                    "total": found._get_figures(cuts),
                }
            )
        return lines

    def _get_figures(self, cuts):
        """Return the figures of these classes together, from the sums of their points."""
        percent = measures.share(sum(self.mapped("points")), sum(self.mapped("max_points")))
        if percent is None:
            return None
        return {
            "percent": percent,
            "n": sum(self.mapped("pupils")),
            "status": measures.achievement_level(percent, cuts) if cuts else None,
            "judged": sum(self.mapped("judged")),
            "reached": sum(self.mapped("reached")),
        }

    def _get_cuts(self):
        levels = self.env["vsoko.achievement.level"]._get_levels("element")
        return [(level.min_percent, level.status) for level in levels]

    def _get_source(self, choice):
        """Return the points of pupils over the works that the choice takes, and its condition."""
        if choice["work"]:
            return by_work(), SQL("points.assessment_id = %s", choice["work"])
        return by_year(), SQL("points.year_id = %s", choice["year"])

    def _get_pupils(self, choice, domain):
        source, condition = self._get_source(choice)
        (_name, _operator, class_id), (_name, _operator, element_id) = domain
        readable = self.env["vsoko.result"]._search([("class_id", "=", class_id)])
        rows = self.env.execute_query_dict(
            SQL(
                """
                SELECT points.student_id AS id, points.points, points.max_points, points.percent,
                       points.state, points.achievement_id
                  FROM (%(judged)s) points
                 WHERE %(condition)s AND points.class_id = %(class)s
                   AND points.subject_id = %(subject)s AND points.kind = %(kind)s
                   AND points.element_id = %(element)s AND points.result_id IN %(readable)s
                """,
                **{
                    "judged": judged(self.env, source),
                    "condition": condition,
                    "class": class_id,
                    "subject": choice["subject"],
                    "kind": _KIND_NUMBERS[choice["kind"]],
                    "element": element_id,
                    "readable": readable.subselect(),
                },
            )
        )
        pupils = self.env["vsoko.student"].browse(row["id"] for row in rows)
        levels = self.env["vsoko.achievement.level"].browse(row["achievement_id"] for row in rows)
        found = [
            row | {"name": pupil.name, "level": level.name or "", "status": level.status}
            for row, pupil, level in zip(rows, pupils, levels, strict=True)
        ]
        return sorted(
            found, key=lambda row: (row["percent"] is None, row["percent"], order_key(row["name"]))
        )

    def _get_tasks(self, choice, class_id, element_id):
        """Return the tasks of a cell that the user may see: sums of a class, no pupils."""
        field = "content_ids" if choice["kind"] == "content" else "skill_ids"
        relation = self.env["vsoko.test.task"]._fields[field]
        rows = self.env.execute_query_dict(
            SQL(
                """
                SELECT work.id AS work_id, work.date, task.number, count(*) AS n,
                       sum(COALESCE(score.score, 0)) * 100.0::float8 / sum(task.max_score)
                           AS percent
                  FROM vsoko_result result
                  JOIN vsoko_assessment work ON work.id = result.assessment_id
                  JOIN vsoko_task_score score ON score.result_id = result.id
                  JOIN vsoko_test_task task ON task.id = score.task_id
                  JOIN %(relation)s named ON named.%(task)s = task.id
                 WHERE result.attendance = 'present' AND result.class_id = %(class)s
                   AND work.year_id = %(year)s AND work.subject_id = %(subject)s
                   AND named.%(line)s = %(element)s AND (%(work)s IS NULL OR work.id = %(work)s)
                 GROUP BY work.id, task.id
                 ORDER BY work.date, work.id, task.sequence, task.id
                """,
                **{
                    "relation": SQL.identifier(relation.relation),
                    "task": SQL.identifier(relation.column1),
                    "line": SQL.identifier(relation.column2),
                    "class": class_id,
                    "year": choice["year"],
                    "subject": choice["subject"],
                    "element": element_id,
                    "work": choice["work"] or None,
                },
            )
        )
        works = self.env["vsoko.assessment"].browse(row["work_id"] for row in rows)
        return [
            row | {"work": work.type_id.name, "date": row["date"].isoformat()}
            for row, work in zip(rows, works, strict=True)
        ]


def _by_sequence(subjects):
    return subjects.sorted("sequence, name")


def _named(records, field):
    return [{"id": record.id, "name": record[field]} for record in records]
