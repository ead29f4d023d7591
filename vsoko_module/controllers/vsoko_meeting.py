from odoo import http
from odoo.http import request

from .file_response import made_file_response
from .readable import readable

EXTENSIONS = ("pdf", "docx")


class VsokoMeetingController(http.Controller):
    @http.route(
        "/vsoko/meeting/<model('vsoko.meeting'):meeting>/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def minutes(self, meeting, extension):
        """Send the minutes of a meeting that the user may read; readers outside get signed ones."""
        meeting = readable(meeting)
        is_draft = meeting.state != "signed"
        if extension not in EXTENSIONS or (is_draft and not request.env.user._is_internal()):
            raise request.not_found()
        name, content = meeting._get_minutes(extension)
        return made_file_response(name, content, extension)

    @http.route(
        "/vsoko/meeting/item/<model('vsoko.meeting.item'):item>/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def extract(self, item, extension):
        """Send the extract from signed minutes for one question."""
        if extension not in EXTENSIONS:
            raise request.not_found()
        name, content = readable(item)._get_extract(extension)
        return made_file_response(name, content, extension)
