"""An individual route → a ``Paper``: all of it for the school, or what one family reads."""

from dataclasses import dataclass

from ..writers.cells import NUMBER, Column
from .frozen import Frozen
from .given import frozen_table
from .paper import Paper, PaperFrame, Part


@dataclass(frozen=True)
class RouteText:
    """A route in words; every text may be empty.

    ``facts`` are pairs (heading, text); ``goals`` rows (element, per cent to reach, how it
    stands); ``steps`` rows (due by, what, how, hours, who, done on); ``checks`` rows (day, work);
    ``corrections`` rows (day, what, who); ``signers`` pairs (post, name).
    """

    school: str
    title: str
    facts: tuple
    goals: tuple
    steps: tuple
    checks: tuple = ()
    corrections: tuple = ()
    aim: str = ""
    ground: str = ""
    signers: tuple = ()
    is_draft: bool = True


def route_paper(route, _):
    """``Paper`` of the route; tables without a row are left out."""
    tables = {
        "facts": ([Column(_("What is known")), Column(_("Value"))], route.facts),
        "goals": (_goals(_), route.goals),
        "steps": (_steps(_), route.steps),
        "checks": ([Column(_("Date")), Column(_("Work"))], route.checks),
        "corrections": (_corrections(_), route.corrections),
    }
    names = {
        "facts": _("About the route"),
        "goals": _("Goals"),
        "steps": _("Steps"),
        "checks": _("Check points"),
        "corrections": _("Changes on the way"),
    }
    written = [(_("Aim"), route.aim), (_("Ground"), route.ground)]
    texts = {"facts": [(heading, text) for heading, text in written if text]}
    given = {name: frozen_table(*table) for name, table in tables.items() if table[1]}
    parts = [_part(name, names[name], texts.get(name, [])) for name in given]
    form = PaperFrame(route.school, signers=list(route.signers), is_draft=route.is_draft)
    return Paper(Frozen({"given": given}), route.title, [_("Individual route")], parts, form)


def _part(code, name, texts):
    block = {"kind": "given", "name": code, "title": ""}
    return Part(name, {"code": code, "wide": False, "blocks": [block]}, texts)


def _goals(_):
    return [
        Column(_("Goal")),
        Column(_("To reach, %"), NUMBER, 0),
        Column(_("How it stands")),
    ]


def _steps(_):
    return [
        Column(_("Due by")),
        Column(_("What to do")),
        Column(_("How it is held")),
        Column(_("Hours"), NUMBER),
        Column(_("Who does it")),
        Column(_("Done on")),
    ]


def _corrections(_):
    return [Column(_("Date")), Column(_("What was changed")), Column(_("By whom"))]
