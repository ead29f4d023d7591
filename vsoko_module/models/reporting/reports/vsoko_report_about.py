from lxml import etree

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

from ....tools.reports.types import REPORT_TYPES
from .about import ABOUT


def about_fields():
    """The fields of a report that hold what it is about."""
    return [about.field for about in ABOUT.values() if about.field]


def _form_field(kind):
    domain = {"domain": kind.offered} if kind.offered else {}
    return etree.Element(
        "field",
        domain,
        name=kind.field,
        options="{'no_create': True}",
        readonly="id",
        required=f"about == '{kind.code}'",
        invisible=f"about != '{kind.code}'",
    )


class VsokoReport(models.Model):
    """What a report is about: the school, a class, a teacher, a subject, a pupil…

    A report shows the figures that its author may see, so its own rules give it to those alone
    who may see them too.
    """

    _name = "vsoko.report"
    _inherit = ["vsoko.report", "vsoko.own.mixin", "vsoko.led.mixin"]

    about = fields.Char(compute="_compute_about", store=True)
    gives_period = fields.Boolean(compute="_compute_kind")
    is_impersonal = fields.Boolean(compute="_compute_kind", search="_search_is_impersonal")

    @api.depends("type")
    def _compute_about(self):
        for report in self:
            report.about = (bool(report.type) and REPORT_TYPES[report.type].about) or False

    @api.depends("about")
    def _compute_kind(self):
        for report in self:
            kind = report._get_kind()
            report.gives_period = kind.gives_period
            report.is_impersonal = kind.is_impersonal

    @api.model
    def _search_is_impersonal(self, operator, value):
        if operator != "in" or True not in value:
            return NotImplemented
        return [
            ("about", "in", [kind.code or False for kind in ABOUT.values() if kind.is_impersonal])
        ]

    @api.constrains(lambda self: ("type", *about_fields()))
    def _check_about(self):
        for report in self:
            needed = report._get_kind().field
            for name in about_fields():
                if bool(report[name]) != (name == needed):
                    field = report._fields[name]._description_string(self.env)
                    raise ValidationError(
                        self.env._("A report of this type needs “%(field)s”.", field=field)
                        if name == needed
                        else self.env._(
                            "A report of this type does not take “%(field)s”.", field=field
                        )
                    )

    def write(self, vals):
        if self._get_fixed_fields() & vals.keys():
            raise AccessError(
                self.env._("What a report is about does not change. Make another report.")
            )
        return super().write(vals)

    @api.model
    def _get_view(self, view_id=None, view_type="form", **options):
        """Let the form ask for the record of each kind: a new one needs no line in the view."""
        arch, view = super()._get_view(view_id, view_type, **options)
        for place in arch.xpath("//field[@name='about']") if view_type == "form" else ():
            for kind in filter(lambda kind: kind.field, ABOUT.values()):
                place.addnext(_form_field(kind))
        return arch, view

    @api.model
    def _get_fixed_fields(self):
        return {"type", "period_id", "company_id", *about_fields()}

    def _get_kind(self):
        """Return the `About` that answers for what the report is about."""
        return ABOUT[self.about or ""]

    def _get_about(self):
        """Return the record that the report is about, empty for the whole school."""
        return self._get_kind().get_record(self)

    def _get_about_name(self):
        """Return the name of what the report is about, empty for the whole school."""
        return self._get_about().name if self.about else ""

    def _prepare_about(self):
        """Return the values with which another report about the same is created."""
        names = self._get_fixed_fields() - {"type"}
        return {name: self[name].id for name in names} | {"type": self.type}

    def _prepare_name(self, vals):
        kind = vals.get("type") or self.default_get(["type"])["type"]
        about = ABOUT[REPORT_TYPES[kind].about if kind in REPORT_TYPES else ""]
        record = self[about.field].browse(vals.get(about.field)) if about.field else self.browse()
        return about.get_title(
            self,
            {
                "type": dict(self._selection_type()).get(kind, ""),
                "record": record,
                "period": self.env["vsoko.period"].browse(vals.get("period_id")),
            },
        )

    @api.model
    def _open_about(self, kind, record):
        """Open the user's draft about the record for the last period that has its figures."""
        record.ensure_one()
        about = ABOUT[REPORT_TYPES[kind].about]
        period = self._get_last_period(about.get_named_domain(record))
        if not period:
            raise UserError(
                self.env._(
                    "There are no figures of %(name)s that you may see yet.",
                    name=record.display_name,
                )
            )
        try:
            return self._open_last(kind, period, **{about.field: record.id})
        except AccessError:
            raise AccessError(
                self.env._(
                    "Reports about “%(name)s” are made by the administration, and by the teacher"
                    " whose own class, pupils, lessons or association they are about.",
                    name=record.display_name,
                )
            ) from None

    def _get_last_period(self, named):
        """Return the last period that has figures of the domain, maybe empty."""
        found = named & Domain("missing_reason", "=", False)
        # pupils are counted from the first day of a year: marks make a period worth a report,
        # but the first grade has none
        marks = Domain("indicator_id.source", "=", "mark")
        Value = self.env["vsoko.indicator.value"]
        figures = Value._read_group(found & marks, ["period_id"])
        figures = figures or Value._read_group(found, ["period_id"])
        periods = self.env["vsoko.period"].union(*(period for (period,) in figures))
        return periods.sorted(lambda period: (period.date_end, period.date_start))[-1:]

    @api.model
    def _open_last(self, kind, period, **about):
        """Open the draft (about a part of the school: the user's own one), else the approved
        report, which a new version of it corrects; make a draft when there is neither."""
        report = self._find_draft(kind, period, **about) or self._find_signed(kind, period, **about)
        if report:
            return report._open_records()
        return self._open_new(kind, period, **about)

    @api.model
    def _find_draft(self, kind, period, **about):
        """Return the draft, about a part of the school the user's own one, maybe empty."""
        mine = Domain("author_id", "=", self.env.uid) if about else Domain.TRUE
        draft = self._get_same(kind, period, about) & mine & Domain("state", "=", "draft")
        return self.search(draft, limit=1)

    @api.model
    def _find_signed(self, kind, period, **about):
        """Return the last version that is approved, maybe empty."""
        signed = self._get_same(kind, period, about) & Domain("state", "!=", "draft")
        return self.search(signed, order="version desc, id desc", limit=1)

    @api.model
    def _get_same(self, kind, period, about):
        same = Domain("type", "=", kind) & Domain("period_id", "=", period.id)
        return same & Domain.AND(Domain(name, "=", key) for name, key in about.items())

    @api.model
    def _open_new(self, kind, period, **about):
        """Make a draft of the type for the period and open it.

        The caller has looked for one; who makes the same at this moment is waited for by the
        record that the report is about.
        """
        records = [
            self.env[self._fields[name].comodel_name].browse(key) for name, key in about.items()
        ]
        for record in records or [period]:
            record._take_turn()
        vals = {"type": kind, "period_id": period.id, "company_id": period.company_id.id}
        return self.create(vals | about)._open_records()

    def _get_own_condition(self, alias):
        """What concerns a teacher, as each kind says: own class, own lessons, own association…"""
        conditions = (about.get_own_condition(self, alias) for about in ABOUT.values())
        return SQL("(%s)", SQL(" OR ").join(found for found in conditions if found))
