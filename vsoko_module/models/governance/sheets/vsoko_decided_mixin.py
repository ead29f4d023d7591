from odoo import api, models


class VsokoDecidedMixin(models.AbstractModel):
    """What the chair and the secretary decide on: its list offers that to nobody else.

    A button above a list belongs to no record, so the list of a member who only reads has none.
    """

    _name = "vsoko.decided.mixin"
    _description = "What a commission decides on"

    @api.model
    def _get_view_cache_key(self, view_id=None, view_type="form", **options):
        key = super()._get_view_cache_key(view_id, view_type, **options)
        return (*key, view_type == "list" and self._is_anything_kept())

    @api.model
    def _get_view(self, view_id=None, view_type="form", **options):
        arch, view = super()._get_view(view_id, view_type, **options)
        if view_type == "list" and not self._is_anything_kept():
            for button in arch.xpath("//header/button[@name='action_decide']"):
                button.getparent().remove(button)
        return arch, view

    @api.model
    def _is_anything_kept(self):
        """Whether the user is the chair or the secretary before whom something lies."""
        kept = [("is_kept", "=", True)]
        return self.has_access("read") and bool(self.search_count(kept, limit=1))
