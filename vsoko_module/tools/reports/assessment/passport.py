"""Passport of the work: what, when, who."""

from collections import Counter

from ...analysis.work import ABSENT, EXEMPT, PRESENT
from ...measures import share
from ...translation import _lt, translated
from ...writers.cells import Column
from ..given import frozen_table
from ..points import points_text
from .looks import listed, percent


def make(work, _):
    attendance = Counter(pupil.attendance for pupil in work.pupils)
    rows = [*work.facts]
    if work.pupils:
        rows += [
            (_("Pupils by the list"), str(len(work.pupils))),
            (_("Wrote the work"), _part(attendance[PRESENT], len(work.pupils))),
            (_("Were absent"), _part(attendance[ABSENT], len(work.pupils))),
        ]
    if attendance[EXEMPT]:
        rows.append((_("Were exempt"), _part(attendance[EXEMPT], len(work.pupils))))
    if work.scale:
        rows.append((_("Scale of marks"), _scale_text(work, _)))
    columns = [Column(_("What is known")), Column(_("Value"))]
    return {"passport": frozen_table(columns, rows, sentences=_sentences(work, _))}


def _scale_text(work, _):
    """«2» — 0–4; «3» — 5–9; …, with the conditions on a part of the tasks."""
    tops = [band.min_score - work.step for band in work.scale[1:]] + [work.maximum]
    return "; ".join(
        f"«{band.mark}» — {points_text(band.min_score)}–{points_text(top)}"
        + _condition_text(band, _)
        for band, top in zip(work.scale, tops, strict=True)
    )


def _condition_text(band, _):
    if not band.condition:
        return ""
    return _(
        " (%(part)s: from %(points)s)",
        part=band.condition,
        points=points_text(band.condition_points),
    )


def _part(count, whole):
    return f"{count} ({percent(share(count, whole))})"


def _sentences(work, _):
    if not work.pupils:
        return []
    values = {
        "day": work.day.strftime("%d.%m.%Y"),
        "classes": listed(work.classes),
        "wrote": len(work.wrote),
        "all": len(work.pupils),
        "share": percent(share(len(work.wrote), len(work.pupils))),
    }
    text = _lt("The work was written on %(day)s in %(classes)s: %(wrote)s of %(all)s (%(share)s).")
    return [translated(_, text, **values), *_part_of_classes(work, _)]


def _part_of_classes(work, _):
    """A note that rests on some of the classes says so: a part is not the whole."""
    unknown, count = work.unknown_classes, len(work.planned or work.classes)
    if not unknown:
        return []
    text = _lt("The note rests on the data of %(known)s of %(all)s classes; not in it: %(names)s.")
    return [translated(_, text, known=count - len(unknown), all=count, names=listed(unknown))]
