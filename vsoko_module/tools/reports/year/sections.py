"""Which section of a document of the year shows an indicator.

A section is named by codes: of indicators, of criteria, of objects of assessment. The nearest name
counts, so a school that adds an indicator of its own to a criterion finds it in the document.
"""

from typing import NamedTuple


class Listed(NamedTuple):
    """An indicator as documents of the year show it; ``target`` is None without one.

    ``is_operand``: others are counted from it; ``is_inner``: readers of the document are never
    told of it.
    """

    code: str
    criterion: str
    object: str
    name: str
    unit: str
    digits: int
    direction: str
    target: float | None = None
    is_main: bool = False
    short_name: str = ""
    meaning: str = ""
    is_operand: bool = False
    is_inner: bool = False


# the ten assessments of the order of 14.06.2013 No. 462, paragraph 6
SELF_EXAMINATION = {
    "activity": ("o3", "o4"),
    "management": ("o6",),
    "results": ("o1",),
    "process": ("o2", "o7", "contingent_start", "departed", "injuries_cases"),
    "graduates": ("graduates_employment", "graduates_unknown"),
    "staff": ("o5", "staff_pedagogic"),
    "methodical": (
        "literature_supply",
        "textbooks",
        "textbooks_pupils",
        "educational_resources",
        "kits_norm",
        "kits_present",
        "equipment_completeness",
    ),
    "library": ("library_copies", "additional_copies", "additional_literature", "library_centre"),
    "facilities": (
        "k4",
        "computers_number",
        "software_internet",
        "rooms_equipment",
        "rooms_modern",
        "rooms_observed",
    ),
    "vsoko": (
        "plan_in_time",
        "plan_done",
        "plan_moved",
        "vsoko_observed",
        "forecast_hits",
        "report_published",
        "decisions_taken",
        "decisions_done",
        "self_assessment",
    ),
}
# chapters that public reports of directors usually have
PUBLIC_REPORT = {
    "about": ("contingent", "arrived", "departed", "departed_share", "licensing"),
    "process": ("o3",),
    "conditions": ("o2", "o5"),
    "results": ("o1",),
    "health": ("o7", "k7"),
    "activity": ("o4",),
    "decisions": ("o6",),
}


# units of what is only counted: points, days, things, people
_COUNTED = ("number", "people", "point")
# blocks that show figures of the school over the periods of a document
_OF_YEAR = ("year_", "chart_")


def is_of_year(name):
    """Whether a block of that name is one of `tables.section_tables`."""
    return name.startswith(_OF_YEAR)


def share_out(places, indicators):
    """``{section: [Listed]}``: each indicator once; what no section names is left out.

    :param places: ``{section: codes of indicators, criteria or objects}``
    :param indicators: of `Listed`
    """
    section_of = {code: section for section, codes in places.items() for code in codes}
    shared = {section: [] for section in places}
    for indicator in indicators:
        names = (indicator.code, indicator.criterion, indicator.object)
        section = next((section_of[name] for name in names if name in section_of), None)
        if section:
            shared[section].append(indicator)
    return shared


def main_of(shared, places):
    """``{section: [Listed]}`` for readers outside: what the school calls main, and what a section
    names itself.

    A section without any shows those from which no other is counted: numbers that only feed
    formulas tell such readers nothing.

    :param shared: what `share_out` gives
    """
    found = {}
    for section, indicators in shared.items():
        named = places[section]
        main = [one for one in indicators if one.is_main or one.code in named]
        found[section] = main or [one for one in indicators if not one.is_operand]
    return found


def without_helpers(shared, places):
    """``{section: [Listed]}`` without the counts that only feed formulas: points that were given
    and could have been given tell a reader nothing beside their share.

    What a section names itself, or the school calls main or has a target for, stays.

    :param shared: what `share_out` gives
    """
    return {
        section: [one for one in indicators if not _is_helper(one, places[section])]
        for section, indicators in shared.items()
    }


def _is_helper(one, named):
    is_asked = one.is_main or one.target is not None or one.code in named
    return one.is_operand and one.unit in _COUNTED and not is_asked
