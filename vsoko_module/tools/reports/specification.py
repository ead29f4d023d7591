"""Specification and codifier of a test → a ``Paper``: structure, plan, scale, what is checked."""

from dataclasses import dataclass

from ..measures import share
from ..natural_order import natural_key
from ..translation import _lt, translated
from ..writers.cells import INTEGER, PERCENT, Cell, Column
from .formatting import DASH
from .frozen import Frozen
from .given import frozen_table
from .paper import Paper, PaperFrame, Part
from .points import points_column, points_text


@dataclass(frozen=True)
class Element:
    """A line of a codifier with the line it belongs to, as (code, name) or None."""

    code: str
    name: str
    section: tuple | None = None


@dataclass(frozen=True)
class PlannedTask:
    """``content`` and ``skills`` are of ``Element``."""

    number: str
    max_score: float
    level: str = ""
    answer: str = ""
    content: tuple = ()
    skills: tuple = ()


@dataclass(frozen=True)
class Specification:
    """``facts`` are pairs (heading, text); ``bands`` are (mark, lowest points, condition) by
    ascending points, multiples of ``step``; ``approved_by`` and ``approved_on`` are empty until
    it is approved."""

    school: str
    name: str
    purpose: str
    facts: tuple
    tasks: tuple
    bands: tuple = ()
    origin: str = ""
    step: float = 1
    approved_by: str = ""
    approved_on: str = ""


def specification(test, _):
    """``Paper`` of the specification; its annex is the codifier of what the test checks."""
    given, parts = {}, []
    purpose = (_("Purpose of the work"), test.purpose)
    parts.append(_part("purpose", _("Purpose and general information"), "facts"))
    parts[0].texts.append(purpose)
    given["facts"] = _facts(test, _)
    for code, title, make in _SECTIONS:
        table = make(test, _)
        if table["rows"]:
            given[code] = table
            parts.append(_part(code, translated(_, title), code, wide=code == "plan"))
    lines = [_("Specification and codifier of the test")]
    if test.approved_on:
        text = _lt("Approved by the methodical council: %(name)s, %(day)s")
        lines.append(translated(_, text, name=test.approved_by, day=test.approved_on))
    form = PaperFrame(test.school, is_draft=not test.approved_on)
    return Paper(Frozen({"given": given}), test.name, lines, parts, form)


def _part(code, name, *tables, wide=False):
    blocks = [{"kind": "given", "name": table, "title": ""} for table in tables]
    return Part(name, {"code": code, "wide": wide, "blocks": blocks}, [])


def _facts(test, _):
    columns = [Column(_("What is known")), Column(_("Value"))]
    return frozen_table(columns, test.facts)


def _levels(test, _):
    return _totals(test, "level", _("Level"), _)


def _answers(test, _):
    return _totals(test, "answer", _("Kind of answer"), _)


def _totals(test, name, heading, _):
    """Tasks and points by a feature of the tasks; no rows when no task has it."""
    groups = {}
    for task in test.tasks:
        groups.setdefault(getattr(task, name), []).append(task)
    total = sum(task.max_score for task in test.tasks)
    columns = [
        Column(heading),
        Column(_("Tasks")),
        Column(_("Number of tasks"), INTEGER),
        points_column(_("Greatest points"), test.step),
        Column(_("Share of the greatest points"), PERCENT),
    ]
    if set(groups) <= {""}:
        return frozen_table(columns, [])
    rows = [_total_row(key or DASH, tasks, total) for key, tasks in groups.items()]
    name, _numbers, *counts = _total_row(_("Total"), test.tasks, total)
    rows.append([Cell(cell, bold=True) for cell in (name, "", *counts)])
    return frozen_table(columns, rows)


def _total_row(name, tasks, total):
    points = sum(task.max_score for task in tasks)
    numbers = ", ".join(task.number for task in tasks)
    return [name, numbers, len(tasks), points, share(points, total)]


def _plan(test, _):
    columns = [
        Column(_("Task")),
        Column(_("Elements of content")),
        Column(_("Skills")),
        Column(_("Level")),
        Column(_("Kind of answer")),
        points_column(_("Greatest points"), test.step),
    ]
    rows = [
        [
            task.number,
            "; ".join(f"{line.code} {line.name}" for line in task.content) or DASH,
            "; ".join(f"{line.code} {line.name}" for line in task.skills) or DASH,
            task.level or DASH,
            task.answer or DASH,
            task.max_score,
        ]
        for task in test.tasks
    ]
    return frozen_table(columns, rows)


def _scale(test, _):
    top = sum(task.max_score for task in test.tasks)
    tops = [lowest - test.step for _mark, lowest, _condition in test.bands[1:]] + [top]
    columns = [
        Column(_("Mark")),
        Column(_("Primary points")),
        Column(_("On condition of")),
    ]
    rows = [
        [f"«{mark}»", f"{points_text(lowest)}–{points_text(highest)}", condition or DASH]
        for (mark, lowest, condition), highest in zip(test.bands, tops, strict=False)
    ]
    note = _("Origin of the scale: %(origin)s.", origin=test.origin)
    return frozen_table(columns, rows, note if test.origin else "")


def _content_codifier(test, _):
    return _codifier(test, "content", _("Element of content"), _)


def _skill_codifier(test, _):
    return _codifier(test, "skills", _("Skill"), _)


def _codifier(test, name, heading, _):
    """The lines that the tasks check, under their sections, with the tasks."""
    found = {}
    for task in test.tasks:
        for line in getattr(task, name):
            found.setdefault(line, []).append(task.number)
    columns = [
        Column(_("Code")),
        Column(heading),
        Column(_("Checked by tasks")),
    ]
    rows, sections = [], set()
    for line in sorted(found, key=lambda line: natural_key(line.code)):
        if line.section and line.section not in sections:
            sections.add(line.section)
            rows.append([*(Cell(text, bold=True) for text in line.section), ""])
        rows.append([line.code, line.name, ", ".join(found[line])])
    return frozen_table(columns, rows)


_SECTIONS = (
    ("levels", _lt("Tasks by levels"), _levels),
    ("answers", _lt("Tasks by kinds of answer"), _answers),
    ("plan", _lt("Generalised plan of a variant"), _plan),
    ("scale", _lt("Scale of marks"), _scale),
    ("content", _lt("Annex. Codifier of elements of content"), _content_codifier),
    ("skills", _lt("Annex. Codifier of skills"), _skill_codifier),
)
