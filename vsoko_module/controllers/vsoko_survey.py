import time

from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from odoo.addons.survey.controllers.main import Survey

from ..models.evidence.surveys.survey_survey import OURS
from ..models.evidence.surveys.vsoko_survey_answering import UnknownCode
from ..tools.attempts import Attempts
from .file_response import made_file_response
from .readable import readable
from .vsoko_public import FRAMES

# wrong codes of one address in ten minutes: a class behind one Wi-Fi mistypes less
WRONG_CODES = Attempts(limit=40, seconds=600)


class VsokoSurvey(http.Controller):
    """The page where a person answers by a code, without login; and the sheets with codes."""

    @http.route(
        "/vsoko/s/<int:campaign_id>", type="http", auth="public", website=True, methods=["GET"]
    )
    def page(self, campaign_id):
        """The questions. The code stands in the fragment of the address, which no server sees."""
        return self._render(campaign_id)

    @http.route(
        "/vsoko/s/<int:campaign_id>/answer",
        type="http",
        auth="public",
        website=True,
        methods=["POST"],
    )
    def answer(self, campaign_id, code="", **given):
        """Accept an answer; what is not good comes back with all that was filled in."""
        # whoever sends a file instead of a text has no code
        code = code if isinstance(code, str) else ""
        address, now = request.httprequest.remote_addr, time.monotonic()
        if not WRONG_CODES.may_try(address, now):
            error = request.env._("Too many wrong codes from here. Try again in ten minutes.")
            return self._render(campaign_id, code, given, error)
        try:
            with request.env.cr.savepoint():
                request.env["vsoko.survey.campaign"]._accept(campaign_id, code, _answers(given))
        except UnknownCode as error:
            WRONG_CODES.note_failure(address, now)
            return self._render(campaign_id, code, given, str(error))
        except UserError as error:
            return self._render(campaign_id, code, given, str(error))
        return self._framed("vsoko_module.survey_thanks", {"campaign_id": campaign_id})

    @http.route(
        "/vsoko/survey/<model('vsoko.survey.issue'):issue>/codes",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=False,
    )
    def codes(self, issue):
        """Make the codes that the user has just asked for and send their sheets, once."""
        name, content = readable(issue)._make_sheets()
        return made_file_response(name, content, "pdf")

    def _render(self, campaign_id, code="", given=None, error=""):
        page = request.env["vsoko.survey.campaign"]._get_page(campaign_id)
        if page is None:
            response = self._framed("vsoko_module.survey_closed", {})
            response.status_code = 404
            return response
        values = {"page": page, "code": code, "given": given or {}, "error": error}
        return self._framed("vsoko_module.survey_page", values)

    def _framed(self, template, values):
        title = request.env._("Survey")
        response = request.render(template, {"title": title, **values})
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
        response.headers["Content-Security-Policy"] = FRAMES
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response


class ClosedSurvey(Survey):
    """Odoo's own pages know no questionnaires of the school: answers come by codes alone."""

    def _fetch_from_access_token(self, survey_token, answer_token):
        survey, answer = super()._fetch_from_access_token(survey_token, answer_token)
        if survey.survey_type == OURS:
            return survey.browse(), answer.browse()
        return survey, answer

    @http.route()
    def survey_report(self, survey, answer_token=None, **post):
        self._check_not_ours(survey)
        return super().survey_report(survey, answer_token=answer_token, **post)

    @http.route()
    def show_certification_pdf(self, survey, **kwargs):
        self._check_not_ours(survey)
        return super().show_certification_pdf(survey, **kwargs)

    @http.route()
    def survey_get_certification_preview(self, survey, **kwargs):
        self._check_not_ours(survey)
        return super().survey_get_certification_preview(survey, **kwargs)

    def _check_not_ours(self, survey):
        # Only the kind is looked at.
        if not survey.exists() or survey.sudo().survey_type == OURS:
            raise request.not_found()


def _answers(given):
    """``{id of an item: id of an option, or text}`` of the fields of the page."""
    answers = {}
    for name, value in given.items():
        kind, _underscore, number = name.partition("_")
        if not isinstance(value, str) or not number.isdecimal() or len(number) > 9:
            continue
        if kind == "item" and value.isdecimal() and len(value) <= 9:
            answers[int(number)] = int(value)
        elif kind == "text":
            answers[int(number)] = value
    return answers
