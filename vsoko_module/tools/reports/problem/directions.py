"""Weak figures → directions of development that a person edits, accepts or throws away."""

from ...writers.cells import INTEGER, TEXT, Column
from ..given import frozen_table
from ..year.tables import shown_value
from .evidence import MOST_ROWS, MOST_SENTENCES, shown_target


def directions_table(count, found, worked_on, _):
    """The weak figures with what is done about them, and a draft for each nobody works on.

    :param count: how many shares could be judged
    :param found: of `evidence.StandingOut`
    :param worked_on: pairs (code, cell) that an open action is about
    """
    weak = [one for one in found if not one.is_good]
    open_ones = [one for one in weak if (one.indicator.code, one.cell) not in worked_on]
    columns = [
        Column(_("Where")),
        Column(_("Indicator")),
        Column(_("People behind it"), INTEGER),
        Column(_("Value"), TEXT),
        Column(_("Target"), TEXT),
        Column(_("Decision")),
    ]
    rows = [_row(one, one not in open_ones, _) for one in weak[:MOST_ROWS]]
    return frozen_table(columns, rows, sentences=_sentences(count, weak, open_ones, _))


def _row(one, is_worked_on, _):
    return [
        one.where,
        one.indicator.name,
        one.people,
        shown_value(one.indicator, one.value),
        shown_target(one.indicator),
        _("is worked on") if is_worked_on else _("none yet"),
    ]


def _sentences(count, weak, open_ones, _):
    if not count:
        return [_("No direction is proposed: there is no figure that could be judged.")]
    if not weak:
        return [_("No direction is proposed: no figure is weak by more than chance.")]
    lines = [_proposal(one, _) for one in open_ones[:MOST_SENTENCES]]
    done = len(weak) - len(open_ones)
    if done:
        lines.append(_("Weak figures that are worked on already: %(count)s.", count=done))
    return lines


def _proposal(one, _):
    values = {
        "name": one.indicator.name,
        "where": one.where,
        "value": shown_value(one.indicator, one.value),
        "people": one.people,
        "target": shown_target(one.indicator),
    }
    if ("target", False) in one.grounds:
        return _(
            "Proposed direction: “%(name)s” (%(where)s), now %(value)s, people: %(people)s; find"
            " out the causes and come to the target of %(target)s.",
            **values,
        )
    if ("zone", False) in one.grounds:
        return _(
            "Proposed direction: “%(name)s” (%(where)s), now %(value)s, people: %(people)s; find"
            " out the causes and leave the critical zone.",
            **values,
        )
    return _(
        "Proposed direction: “%(name)s” (%(where)s), now %(value)s, people: %(people)s; find"
        " out why it became worse than the year before and stop the fall.",
        **values,
    )
