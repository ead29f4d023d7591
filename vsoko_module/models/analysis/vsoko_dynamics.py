from typing import TypedDict

from odoo import api, fields, models
from odoo.fields import Domain

from ...tools import measures
from ..evidence.assessments.vsoko_assessment_journal import JOURNAL_SUBJECTS
from ..evidence.assessments.vsoko_assessment_type import DIAGNOSTIC_ONLY, EXAMS

# mathematics goes on as algebra and as calculus
_SUCCESSORS = {code for pair in JOURNAL_SUBJECTS for code in pair}

# a word of Python is among the keys
DynamicsChoice = TypedDict(
    "DynamicsChoice",
    {
        "class": int | None,
        "parallel": bool | None,
        "subject": int | None,
        "works": list[int] | None,
        "work": int | None,
    },
    total=False,
)


class VsokoDynamics(models.AbstractModel):
    """The page of the change of the same pupils: from work to work, from year to year, before
    and after a new level.

    Everything is read with the rights of the user, in a number of queries that depends neither
    on pupils nor on works.
    """

    _name = "vsoko.dynamics"
    _description = "Change of the same pupils"

    @api.model
    @api.readonly
    def get_page(self, choice: DynamicsChoice):
        """Return what the page shows.

        :param choice: ``{'class', 'parallel', 'subject', 'works', 'work'}``: an id, whether all
            classes of the grade, an id or False for all subjects, ids of the works that are
            compared, the work the page is opened from; what is missing is chosen
        :return: ``{'choice', 'classes', 'subjects', 'series', 'cohort', 'adaptation', 'unbound'}``;
            the parts are those of `_get_series`, `_get_cohort` and `_get_adaptation`, the last
            says why nothing is the user's own
        """
        classes = self._get_classes()
        choice = self._complete(choice, classes)
        chosen = classes.filtered(lambda school_class: school_class.id == choice["class"])
        group = chosen
        if choice["parallel"]:
            group = classes.filtered(
                lambda school_class: (
                    school_class.year_id == chosen.year_id and school_class.grade == chosen.grade
                )
            )
        works = self._get_works(group)
        marks = self._get_marks(group)
        subject = self.env["vsoko.subject"].browse(choice["subject"] or [])
        series = self._get_series(group, self._of_subject(works, subject), choice["works"])
        taught = works.subject_id.union(*(mark["subject"] for mark in marks))
        return {
            "choice": choice
            | {"works": [work["id"] for work in series["works"] if work["chosen"]]},
            "classes": [
                {"id": school_class.id, "name": school_class.display_name}
                for school_class in classes
            ],
            "subjects": [
                {"id": one.id, "name": one.name} for one in taught.sorted("sequence, name")
            ],
            "series": series,
            "cohort": self._get_cohort(group, subject, marks),
            "adaptation": self._get_adaptation(group, marks),
            "unbound": self.env["vsoko.own.mixin"]._get_unbound_text(),
        }

    def _complete(self, choice, classes):
        """Return the choice; what it does not say is taken from the last work of a class."""
        work = self.env["vsoko.assessment"].browse(choice.get("work") or []).exists()
        chosen = classes.filtered(lambda school_class: school_class.id == choice.get("class"))
        if not work and not (chosen and "subject" in choice):
            work = self.env["vsoko.assessment"].search(
                [
                    ("class_ids", "in", (chosen or classes).ids),
                    ("state", "!=", "planned"),
                    ("test_id", "!=", False),
                ],
                order="date desc, id desc",
                limit=1,
            )
        chosen = chosen or (work.class_ids & classes)[:1] or classes[:1]
        subject = self.env["vsoko.subject"].browse(choice.get("subject") or []).exists()
        if "subject" not in choice:
            subject = work.subject_id
        return {
            "class": chosen.id,
            "parallel": bool(choice.get("parallel", len(work.class_ids) > 1)),
            "subject": subject.id,
            "works": choice.get("works") or [],
        }

    def _get_classes(self):
        """Return the classes the user may look at: a teacher the own, heads and above all."""
        sees_all = self.env.user.has_group("vsoko_module.group_association_head")
        domain = Domain("company_id", "in", self.env.companies.ids)
        if not sees_all:
            domain &= Domain("is_own", "=", True)
        classes = self.env["vsoko.class"].search(domain)
        return classes.sorted("year_id, key")

    def _get_works(self, classes):
        return self.env["vsoko.assessment"].search(
            [
                ("class_ids", "in", classes.ids),
                ("state", "!=", "planned"),
                ("test_id", "!=", False),
            ],
            order="date, id",
        )

    def _of_subject(self, works, subject):
        """Return the works of a subject, or of what it goes on as."""
        subjects = self._get_continuing(subject, works.subject_id)
        return works.filtered(lambda work: work.subject_id in subjects)

    def _get_continuing(self, subject, subjects):
        """Return those of `subjects` that are the subject or what it goes on as."""
        if subject.code not in _SUCCESSORS:
            return subjects & subject
        return subjects.filtered(lambda subject: subject.code in _SUCCESSORS)

    def _get_series(self, classes, works, wanted):
        """Return the works in the order of time and the figures of who wrote all the chosen.

        :return: ``{'works': [{'id', 'name', 'date', 'n', 'chosen'}], 'n', 'lines': [{'id',
            'percent', 'change', 'up', 'same', 'down', 'mean', 'success', 'quality'}]}``
        """
        totals = works._get_totals(classes)
        chosen = works.filtered(lambda work: work.id in (wanted or ()))
        if not chosen:
            own = works.filtered(lambda work: work.procedure not in DIAGNOSTIC_ONLY + EXAMS)
            chosen = (own if len(own) > 1 else works).filtered(lambda work: totals[work.id])
        found = [(totals[work.id], work.max_score) for work in chosen]
        pupils, steps = measures.series(found) if found else ((), ())
        return {
            "works": [
                {
                    "id": work.id,
                    "name": work.type_id.short_name or work.type_id.name,
                    "date": fields.Date.to_string(work.date),
                    "n": len(totals[work.id]),
                    "chosen": work in chosen,
                }
                for work in works
            ],
            "n": len(pupils),
            "lines": [
                {
                    "id": work.id,
                    "percent": step.percent,
                    "change": step.change,
                    "up": step.mark_up,
                    "same": step.mark_same,
                    "down": step.mark_down,
                    **mark_figures(step.marks),
                }
                for work, step in zip(chosen, steps, strict=True)
            ],
        }


def mark_figures(counts):
    """Return the figures of marks that people are shown; each is None without marks."""
    return {
        "mean": measures.marks.mean(counts),
        "success": measures.marks.success(counts),
        "quality": measures.marks.quality(counts),
    }
