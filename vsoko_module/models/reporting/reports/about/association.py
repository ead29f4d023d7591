from odoo import fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from .about import ABOUT, About, register


@register
class AboutAssociation(About):
    """The subjects of a methodical association."""

    code = "association"
    field = "association_id"
    is_scheduled = True
    concerned = "association_id.head_id"

    def get_named_domain(self, record):
        return Domain("subject_id", "in", record.subject_ids.ids)

    def get_choice(self, schedule, period):
        own = Domain("company_id", "in", [schedule.company_id.id, False])
        chosen = schedule.association_ids
        return own & Domain("id", "in", chosen.ids) if chosen else own

    def get_ready(self, records, period):
        subjects = ABOUT["subject"].get_ready(records.subject_ids, period)
        return records.filtered(lambda association: association.subject_ids & subjects)

    def get_own_condition(self, report, alias):
        return SQL(
            """%s IN (
                SELECT own_association.id FROM vsoko_association own_association
                 WHERE own_association.head_id IN (%s))""",
            SQL.identifier(alias, "association_id"),
            report._get_own_teachers_sql(),
        )


class VsokoReport(models.Model):
    _inherit = "vsoko.report"

    association_id = fields.Many2one(
        "vsoko.association", index="btree_not_null", ondelete="restrict", check_company=True
    )


class VsokoAssociation(models.Model):
    _inherit = "vsoko.association"

    def action_make_report(self):
        """Open the report about the subjects of this association."""
        return self.env["vsoko.report"]._open_about("association_results", self)
