from odoo import api, models, tools
from odoo.exceptions import UserError


class VsokoPapersMixin(models.AbstractModel):
    """A record that states lock, with the files that belong to it and are locked with it.

    A model says which of its fields, a many2many of attachments, holds them (`_papers`).
    """

    _name = "vsoko.papers.mixin"
    _inherit = ["vsoko.lock.mixin"]
    _description = "Record with papers"

    _papers = None

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._claim_papers()
        return records

    def write(self, vals):
        result = super().write(vals)
        if self._papers in vals:
            self._claim_papers()
        return result

    def _claim_papers(self):
        """Tie new papers to their record: who reads the record reads them, and nobody else."""
        for record in self:
            papers = record[self._papers]
            papers.check_access("read")
            # The user may read them, as has just been asked; only whose they are is read.
            loose = papers.sudo().filtered(lambda paper: not paper.res_id)
            foreign = (papers.sudo() - loose).filtered(
                lambda paper, record=record: (
                    (paper.res_model, paper.res_id) != (record._name, record.id)
                )
            )
            if foreign:
                raise UserError(
                    self.env._(
                        "“%(name)s” belongs to another record. Attach the file itself.",
                        name=foreign[0].name,
                    )
                )
            loose.write({"res_model": record._name, "res_id": record.id})

    @api.model
    @tools.ormcache()
    def _get_paper_keepers(self):
        """Return the names of all models with papers."""
        kind = self.env.registry["vsoko.papers.mixin"]
        return tuple(
            name
            for name in sorted(self.env.registry)
            if issubclass(self.env.registry[name], kind) and not self.env[name]._abstract
        )
