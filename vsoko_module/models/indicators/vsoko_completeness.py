from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ...tools.reports.formatting import number

# where a class without pupils says what an expected mark would say
_OF_CLASS = {
    "class_id": "id",
    "grade": "grade",
    "level": "level",
    "subject_id": "teaching_ids.subject_id",
    "teacher_id": "teaching_ids.teacher_id",
}


class VsokoCompleteness(models.Model):
    """How many of the marks that one cell of a period should have are there.

    A part is not the whole: figures that rest on marks are judged only where enough of them are
    there, and say what is missing. A calculation writes here by a set of rows; people read.
    """

    _name = "vsoko.completeness"
    _inherit = ["vsoko.cell.mixin", "vsoko.own.mixin", "vsoko.led.mixin"]
    _description = "Completeness of the marks of a period"
    _order = "period_id, scope, grade, class_id, subject_id, id"
    _rec_name = "cell"
    _log_access = False

    # what rests on facts alone is made anew by the next calculation, so it keeps nothing alive
    period_id = fields.Many2one(ondelete="cascade")
    class_id = fields.Many2one(ondelete="cascade")
    subject_id = fields.Many2one(ondelete="cascade")
    teacher_id = fields.Many2one(ondelete="cascade")
    student_id = fields.Many2one(ondelete="cascade")
    expected = fields.Integer(string="Marks expected", readonly=True, aggregator=None)
    known = fields.Integer(string="Marks there", readonly=True, aggregator=None)
    share = fields.Float(string="Completeness, %", readonly=True, aggregator=None, digits=(5, 1))

    _cell_uniq = models.Constraint(
        "UNIQUE(period_id, cell)", "The completeness of this cell is there already."
    )

    @api.model
    def _describe(self, period, domain=Domain.TRUE):
        """Return how complete the marks of a part of a period are, in a few queries.

        :param domain: which expected marks, over `vsoko.fact.expected_mark`
        :return: ``{"classes": [{"id", "expected", "known", "pupils", "pupils_known"}], "missing":
            [(class, subject)]}``: the classes in their order, zeros for one whose pupils nobody has
            entered, and lessons without a single mark
        """
        # Numbers and names of classes and subjects; whoever sees the figure may know them.
        fact = self.env["vsoko.fact.expected_mark"].sudo()
        query = fact._search(
            fact._get_period_domain(period) & domain, active_test=False, bypass_access=True
        )
        names = ("class_id", "subject_id", "student_id", "has_mark")
        columns = {name: fact._field_to_sql(fact._table, name, query) for name in names}
        query.groupby = columns["class_id"]
        rows = self.env.execute_query(
            query.select(
                columns["class_id"],
                SQL("count(*)"),
                SQL("count(*) FILTER (WHERE %s)", columns["has_mark"]),
                SQL("count(DISTINCT %s)", columns["student_id"]),
                SQL(
                    "count(DISTINCT %s) FILTER (WHERE %s)",
                    columns["student_id"],
                    columns["has_mark"],
                ),
            )
        )
        query.groupby = SQL("%s, %s", columns["class_id"], columns["subject_id"])
        query.having = SQL("NOT bool_or(%s)", columns["has_mark"])
        missing = self.env.execute_query(query.select(columns["class_id"], columns["subject_id"]))
        without_pupils = self._find_classes_without_pupils(period, domain)
        return self._sort_parts([*rows, *((one.id, 0, 0, 0, 0) for one in without_pupils)], missing)

    @api.model
    def _find_classes_without_pupils(self, period, domain):
        """Return the classes of a part of the period of which nothing can be expected yet."""
        of_class = Domain(domain).map_conditions(_ask_class)
        found = period._find_classes_without_pupils()[period]
        # As in `_describe`.
        return found.sudo().filtered_domain(of_class).sudo(found.env.su)

    @api.model
    def _sort_parts(self, rows, missing):
        """Put the classes and the lessons without marks in the order for people."""
        keys = ("id", "expected", "known", "pupils", "pupils_known")
        found = {row[0]: dict(zip(keys, row, strict=True)) for row in rows}
        classes = self.env["vsoko.class"].browse(found)
        subjects = self.env["vsoko.subject"].browse({subject for _class, subject in missing})
        ordered = classes.sorted(lambda school_class: (school_class.grade, school_class.letter))
        places = {one.id: place for place, one in enumerate(ordered)}
        pairs = [(classes.browse(a), subjects.browse(b)) for a, b in missing]
        return {
            "classes": [found[one.id] for one in ordered],
            "missing": sorted(
                pairs, key=lambda pair: (places[pair[0].id], pair[1].sequence, pair[1].name)
            ),
        }

    @api.model
    def _get_text(self, period, domain=Domain.TRUE):
        """Say in words what of the marks is there and what is missing; empty: all or nothing known.

        The school, the class and the lessons of the cell are named, no pupil is.
        """
        found = self._describe(period, domain)
        if _is_whole(found["classes"]):
            return ""
        lessons = self._get_missing_names(found)
        missing = self.env._("Without marks: %(lessons)s.", lessons="; ".join(lessons))
        return " ".join([self._get_total_text(found), *([missing] if lessons else [])])

    @api.model
    def _get_total_text(self, found):
        """Return the numbers of marks, pupils and classes in words, see `_describe`."""
        sums = {
            key: sum(school_class[key] for school_class in found["classes"])
            for key in ("expected", "known", "pupils", "pupils_known")
        }
        return self.env._(
            "Marks: %(known)s of %(expected)s expected (%(share)s %%), of %(pupils_known)s of"
            " %(pupils)s pupils, in %(classes_known)s of %(classes)s classes.",
            share=number(100 * sums["known"] / sums["expected"], 1) if sums["expected"] else "—",
            classes=len(found["classes"]),
            classes_known=sum(school_class["known"] > 0 for school_class in found["classes"]),
            **sums,
        )

    @api.model
    def _get_public_text(self, period):
        """Say which part of the marks of the school is there; empty when it is the whole.

        Whole numbers of classes and per cents: neither a pupil nor a lesson can be told by them.
        """
        classes = self._describe(period)["classes"]
        expected = sum(school_class["expected"] for school_class in classes)
        known = sum(school_class["known"] for school_class in classes)
        if not known or _is_whole(classes):
            return ""
        counts = {"known": sum(one["known"] > 0 for one in classes), "all": len(classes)}
        if known == expected:
            return self.env._(
                "The figures of marks rest on the data of %(known)s of %(all)s classes: the pupils"
                " of the others are not entered.",
                **counts,
            )
        return self.env._(
            "The figures of marks rest on the data of %(known)s of %(all)s classes: %(share)s %% of"
            " the expected marks are there.",
            # a part is never rounded to the whole
            share=number(min(99, max(1, 100 * known / expected)), 0),
            **counts,
        )

    @api.model
    def _get_missing_names(self, found, limit=12):
        """Name the classes without marks and, of the others, the lessons without marks."""
        empty = [
            school_class["id"] for school_class in found["classes"] if not school_class["known"]
        ]
        names = self.env["vsoko.class"].browse(empty).mapped("name")
        lessons = {}
        for school_class, subject in found["missing"]:
            if school_class.id not in empty:
                lessons.setdefault(school_class, []).append(subject.name)
        names += [f"{one.name} — {', '.join(subjects)}" for one, subjects in lessons.items()]
        if len(names) > limit:
            rest = self.env._("and %(number)s more", number=len(names) - limit)
            names = [*names[:limit], rest]
        return names

    def _get_led_condition(self, alias):
        return self.env["vsoko.indicator.value"]._get_led_condition(alias)

    def _get_own_condition(self, alias):
        return self.env["vsoko.indicator.value"]._get_own_condition(alias)


def _is_whole(classes):
    """Whether all marks are there, and something is expected of every class."""
    return all(one["expected"] and one["known"] == one["expected"] for one in classes)


def _ask_class(condition):
    """The condition on expected marks as one on a class; it has no pupil to be asked for."""
    path = _OF_CLASS.get(condition.field_expr)
    return Domain(path, condition.operator, condition.value) if path else Domain.FALSE
