"""Which sections of a frozen report name people, and the report without some of its sections."""

from ..scopes import scope_of
from .frozen import PEOPLE, cell_parts
from .year.sections import is_of_year

# tables frozen as they were found that name no teacher and no pupil; any other one may
_IMPERSONAL = frozenset(
    {
        "completeness",
        "indicators",
        "bands",
        "order_1324",
        "problem_state",
        "problem_chart",
        "problem_years",
        "problem_strong",
        "problem_weak",
        "problem_forecasts",
        "problem_directions",
        "survey_response",
        "survey_chart",
        "survey_topics",
        "survey_items",
        "survey_classes",
    }
)

# what councils are shown is made for readers outside
FOR_COUNCILS = "council_"


def names_people(section):
    """Whether a frozen section has figures of single teachers or pupils."""
    return bool(_scopes(section) & PEOPLE) or any(
        not _is_impersonal(block["name"]) for block in section["blocks"] if "name" in block
    )


def _is_impersonal(name):
    return name in _IMPERSONAL or is_of_year(name) or name.startswith(FOR_COUNCILS)


def without_sections(data, codes):
    """The frozen data without these sections and without what they alone show.

    :param data: see `tools.reports.frozen`
    :param codes: codes of the sections to leave out
    """
    sections = [part for part in data["sections"] if part["code"] not in codes]
    closed = PEOPLE.difference(*map(_scopes, sections))
    figures = {cell: row for cell, row in data["figures"].items() if scope_of(cell) not in closed}
    given = {block["name"] for part in sections for block in part["blocks"] if "name" in block}
    return {
        **data,
        "sections": sections,
        "figures": figures,
        "order": {scope: cells for scope, cells in data["order"].items() if scope not in closed},
        "names": _shown_names(data["names"], figures),
        "given": {name: table for name, table in data.get("given", {}).items() if name in given},
    }


def _shown_names(names, figures):
    """Names of teachers and pupils go with their figures; the others tell nothing."""
    shown = {part for cell in figures for part in cell_parts(cell)}
    return {
        part: name
        for part, name in names.items()
        if part in shown or part.partition(":")[0] not in PEOPLE
    }


def _scopes(section):
    """Scopes of the cells that the blocks of a frozen section show."""
    return {
        scope
        for block in section["blocks"]
        for scope in (*block.get("scopes", ()), block.get("scope"))
        if scope
    }
