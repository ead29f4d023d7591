from collections import Counter, defaultdict

from odoo import models

from ...tools import measures
from ...tools.natural_order import natural_key
from ..evidence.assessments.vsoko_assessment_aggregate import LEVELS


class VsokoAssessment(models.Model):
    """Parts of the page of analysis that set results against something: classes, levels,
    other schools."""

    _inherit = "vsoko.assessment"

    def _page_classes(self, matrix):
        """Return the results by class and teacher, with the shares of elements of content; tasks
        stand in where elements are not named."""
        groups = self._get_task_groups(matrix, "content_ids")
        names = {element: element.code for element in groups}
        if not groups:
            groups = {task: [place] for place, task in enumerate(matrix.tasks)}
            names = {task: task.number for task in groups}
        places = defaultdict(list)
        for place, key in enumerate(zip(matrix.classes, matrix.teachers, strict=True)):
            places[key].append(place)
        classes = _names(self.env["vsoko.class"], matrix.classes)
        teachers = _names(self.env["vsoko.teacher"], matrix.teachers)
        lines = [
            {
                "name": classes[class_id],
                "teacher": teachers.get(teacher_id, ""),
                **self._page_group(matrix, found, groups),
            }
            for (class_id, teacher_id), found in places.items()
        ]
        return {
            "columns": [{"code": names[key], "title": key.display_name} for key in groups],
            "lines": sorted(lines, key=lambda line: (natural_key(line["name"]), line["teacher"])),
        }

    def _page_group(self, matrix, places, groups):
        rows = [matrix.rows[place] for place in places]
        every = range(len(matrix.tasks))
        shares = self._get_percent_by(matrix._replace(rows=rows), groups)
        marks = self._page_marks([matrix.marks[place] for place in places])
        return {
            "n": len(rows),
            "percent": measures.percent_of_tasks(rows, matrix.maxima, every),
            "success": marks["success"],
            "quality": marks["quality"],
            "shares": [
                {
                    "percent": share,
                    "reading": read_share([matrix.tasks[place] for place in groups[key]], share),
                }
                for key, share in shares.items()
            ],
        }

    def _page_levels(self, matrix):
        """Return the numbers of pupils by level of achievement and class.

        :return: ``{'levels': [{'id', 'name', 'from', 'status'}], 'origins', 'lines':
            [{'name', 'n', 'counts', 'shares'}]}``; the last line is of all classes
        """
        levels = self.env["vsoko.achievement.level"]._get_levels("work")
        return {
            "levels": [
                {
                    "id": level.id,
                    "name": level.name,
                    "from": level.min_percent,
                    "status": level.status,
                }
                for level in levels
            ],
            "origins": list(dict.fromkeys(levels.mapped("origin"))),
            "lines": self._get_level_lines(matrix, levels) if levels else [],
        }

    def _get_level_lines(self, matrix, levels):
        cuts = [(level.min_percent, level.id) for level in levels]
        maximum = sum(matrix.maxima)
        found = [
            (class_id, _level_of(row, maximum, cuts))
            for row, class_id in zip(matrix.rows, matrix.classes, strict=True)
        ]
        counts = Counter(found)
        classes = self.env["vsoko.class"].browse(dict.fromkeys(matrix.classes))
        lines = [
            (school_class.name, [counts[school_class.id, level.id] for level in levels])
            for school_class in classes.sorted("grade, letter")
        ]
        if len(lines) > 1:
            totals = Counter(level for _class_id, level in found)
            lines.append((self.env._("All"), [totals[level.id] for level in levels]))
        return [_level_line(name, numbers) for name, numbers in lines]

    def _page_participants(self, marks, objectivity):
        """Return a line for each group of participants and, last, one for this school's results.

        Figures of groups are those that the authority returned; `marks` and `comparison` are
        lists of per cents or None when they are not given.
        """
        order = [level for level, _title in LEVELS]
        lines = [
            {
                "name": group.name,
                "participants": group.participants,
                "marks": group._get_mark_shares(),
                "comparison": group._get_comparison_shares(),
                "average": group.average or None,
                "note": group.note or "",
            }
            for group in self.aggregate_ids.sorted(lambda group: (order.index(group.level), group))
        ]
        return lines and [*lines, self._get_own_line(marks, objectivity)]

    def _get_own_line(self, marks, objectivity):
        shares = [measures.share(line["count"], marks["total"]) for line in marks["counts"]]
        names = ("lowered_percent", "same_percent", "raised_percent")
        return {
            "name": self.env._("Results in the program"),
            "participants": self.present_count,
            "marks": shares if marks["total"] else None,
            "comparison": [objectivity[name] for name in names] if objectivity["pairs"] else None,
            "average": None,
            "note": "",
            "is_own": True,
        }


def _level_of(row, maximum, cuts):
    return measures.achievement_level(
        measures.share(sum(score or 0 for score in row), maximum), cuts
    )


def _level_line(name, numbers):
    n = sum(numbers)
    return {
        "name": name,
        "n": n,
        "counts": numbers,
        "shares": [measures.share(number, n) for number in numbers],
    }


def read_share(tasks, percent):
    """Whether the share of the points of tasks is enough: see ``measures.share_reading``."""
    return measures.share_reading([(task.difficulty, task.max_score) for task in tasks], percent)


def _names(model, ids):
    return {record.id: record.name for record in model.browse(dict.fromkeys(filter(None, ids)))}
