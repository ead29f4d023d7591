from odoo import fields, models
from odoo.fields import Domain


class VsokoMeetingMaterial(models.Model):
    """Reports are put before a council too; a reader outside opens what was published of them."""

    _inherit = "vsoko.meeting.material"

    thing = fields.Reference(
        selection_add=[("vsoko.report", "Report")], ondelete={"vsoko.report": "set null"}
    )

    def _get_portal_path(self):
        # Of the link only what was published of it is asked, and that by the rules of the reader.
        thing = self.sudo().thing
        thing = thing and thing.exists()
        if self._has_file() or not thing:
            return super()._get_portal_path()
        if thing._name == "vsoko.report":
            return self._get_published_path(Domain("report_id", "=", thing.id))
        if thing._name == "vsoko.indicator.value":
            code = thing.indicator_id.code
            of_figure = Domain("line_ids.indicator_code", "=", code)
            of_period = Domain("period_id", "=", thing.period_id.id)
            return self._get_published_path(of_period & of_figure, f"/indicator/{code}")
        return None

    def _get_published_path(self, domain, page=""):
        """Return the page of the newest publication that the reader may see; None: there is none.

        :param page: the rest of the path
        """
        # As said: readers outside do not search by what a publication was made of.
        found = self.env["vsoko.publication"].sudo().search(domain).sudo(False)
        newest = found._filtered_access("read")[:1]
        return f"/my/vsoko/publication/{newest.id}{page}" if newest else None
