from odoo import models

# the form of the result of a line → the kind of the document that is drafted for it
KIND_OF_RESULT = {
    "act": "local_act",
    "order": "order",
    "note": "note",
    "analytic_note": "note",
}


class VsokoDocument(models.Model):
    """An act, an order or a note is done for the plan when it is approved; what was in force once
    stays done when it is cancelled later."""

    _name = "vsoko.document"
    _inherit = ["vsoko.document", "vsoko.planned.mixin"]

    _plan_states = {
        "draft": "running",
        "agreed": "running",
        "approved": "done",
        "cancelled": "cancelled",
    }
    _plan_done = "approved_date"
    _plan_action = "vsoko_module.vsoko_document_action"

    def _get_plan_fact(self):
        was_in_force = self.approved_date and (not self.date_to or self.date_from <= self.date_to)
        if self.state == "cancelled" and was_in_force:
            return "done", self._get_plan_done()
        return super()._get_plan_fact()

    def _get_plan_defaults(self, line):
        return {
            "name": line.name,
            "kind": KIND_OF_RESULT.get(line.result),
            "responsible_id": line.responsible_id.id,
            "body_id": line.body_id.id,
        }
