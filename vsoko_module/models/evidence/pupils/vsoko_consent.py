from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain


class VsokoConsent(models.Model):
    """One consent about one pupil: a document of its own, from its day until it is withdrawn.

    Since 01.09.2025 (156-ФЗ) a consent is no part of a contract or of another consent; to
    distribute data is another thing than to process them (152-ФЗ, art. 10.1).
    """

    _name = "vsoko.consent"
    _inherit = ["vsoko.pupil.register.mixin", "vsoko.own.mixin"]
    _description = "Consent"
    # a withdrawal comes after the check
    _free_fields = frozenset({"date_withdrawn", "withdrawal"})

    date = fields.Date(string="Given on")
    kind = fields.Selection(
        [
            ("processing", "Processing of personal data"),
            ("distribution", "Distribution of personal data"),
            ("image", "Photo and video"),
            ("psychologist", "Work of the psychologist"),
            ("medical", "Medical examination"),
            ("other", "Other"),
        ],
        required=True,
        default="processing",
    )
    given_by = fields.Char(required=True, help="Parent, guardian or the pupil from 14 years on")
    date_until = fields.Date(string="In force until", help="Empty: until it is withdrawn")
    date_withdrawn = fields.Date(string="Withdrawn on")
    withdrawal = fields.Char(help="The application: number and date")
    is_in_force = fields.Boolean(
        string="In force", compute="_compute_is_in_force", search="_search_is_in_force"
    )

    _dates_order = models.Constraint(
        "CHECK((date_until IS NULL OR date_until >= date)"
        " AND (date_withdrawn IS NULL OR date_withdrawn >= date))",
        "A consent neither ends nor is withdrawn before it was given.",
    )
    _student_kind_date_uniq = models.Constraint(
        "UNIQUE(student_id, kind, date)", "This consent of the day is there already."
    )

    @api.depends("date", "date_until", "date_withdrawn")
    def _compute_is_in_force(self):
        day = fields.Date.context_today(self)
        for consent in self:
            consent.is_in_force = consent.filtered_domain(self._get_in_force_domain(day))

    def _search_is_in_force(self, operator, value):
        if operator != "in":
            return NotImplemented
        found = self._get_in_force_domain(fields.Date.context_today(self))
        return found if True in value else ~found

    @api.model
    def _get_in_force_domain(self, day):
        """Return the domain of the consents of a day; on the day of the withdrawal it ends."""
        return (
            Domain("date", "<=", day)
            & (Domain("date_until", "=", False) | Domain("date_until", ">=", day))
            & (Domain("date_withdrawn", "=", False) | Domain("date_withdrawn", ">", day))
        )

    @api.constrains("state", "document_ids")
    def _check_document(self):
        for consent in self.filtered(lambda consent: consent.state == "checked"):
            if not consent.document_ids:
                raise ValidationError(
                    self.env._(
                        "The consent of %(pupil)s has no paper: attach the scan of its own"
                        " document.",
                        pupil=consent.student_id.name,
                    )
                )
