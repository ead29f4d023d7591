from odoo import fields, models
from odoo.fields import Domain

from ...evidence.pupils.vsoko_achievement import PRIZES
from .vsoko_publication import STAFF


class VsokoPublication(models.Model):
    """Winners named by a publication: those alone whose consent to distribution is in force.

    The consents of the moment of publishing decide. What is withdrawn later is respected by the
    next publication; a published one stays as it was, or is withdrawn as a whole.
    """

    _inherit = "vsoko.publication"

    names_winners = fields.Boolean(
        string="Name the winners",
        groups=STAFF,
        help="Winners and prize-winners of the period from the municipality up. Pupils without a"
        " consent to distribution are counted and not named",
    )
    winners = fields.Json(readonly=True, copy=False, prefetch=False)

    def _keep_documents(self):
        for publication in self:
            if publication.names_winners:
                publication._store({"winners": publication._find_winners()})
        super()._keep_documents()

    def _get_winners(self):
        """Return the winners as published, of a draft as they would be now; None without them."""
        self.ensure_one()
        if self.state != "draft":
            return self.winners
        return self._find_winners() if self.names_winners else None

    def _find_winners(self):
        """Return ``{"named": [{"name", "event", "level", "result"}], "unnamed": number}``."""
        lines = self.env["vsoko.achievement"].search(
            Domain("company_id", "=", self.company_id.id)
            & Domain("date", ">=", self.period_id.date_start)
            & Domain("date", "<=", self.period_id.date_end)
            & Domain("result", "in", PRIZES)
            & Domain("level", "!=", "school"),
            order="date, event, id",
        )
        consenting = lines.student_ids._get_consenting("distribution")
        levels, results = (
            dict(lines._fields[name]._description_selection(self.env))
            for name in ("level", "result")
        )
        named = [
            {
                "name": pupil.name,
                "event": line.event,
                "level": levels[line.level],
                "result": results[line.result],
            }
            for line in lines
            for pupil in (line.student_ids & consenting).sorted("name")
        ]
        return {"named": named, "unnamed": len(lines.student_ids - consenting)}

    def _prepare_content(self):
        return super()._prepare_content() | {"winners": self._get_winners()}
