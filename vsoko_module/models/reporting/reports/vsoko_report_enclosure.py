import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ....tools import apart
from ....tools.readers.refusals import Refused
from ....tools.reports.enclosures import EXTENSIONS, SCAN_SIDE, is_picture
from ....tools.reports.file_kinds import suffix

PICTURE, FILE = "picture", "file"
# of one report: what a PDF of it is made with in seconds
MOST = 40
UNKNOWN = "unknown"


class VsokoReportEnclosure(models.Model):
    """A picture that stands in a section of a report, or a file that is put beside it.

    What is kept of a picture was drawn anew by another process: no place, no camera, no day of
    the photo. Whoever edits the section answers for the people in it (Federal Law No. 152-FZ).
    """

    _name = "vsoko.report.enclosure"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Picture or file of a report"
    _order = "section_id, sequence, id"
    _signed_with = "report_id"

    section_id = fields.Many2one(
        "vsoko.report.section", required=True, index=True, ondelete="cascade"
    )
    report_id = fields.Many2one(related="section_id.report_id", store=True, index=True)
    company_id = fields.Many2one(related="section_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10, aggregator=None)
    kind = fields.Selection(
        [(PICTURE, "Picture"), (FILE, "File")], required=True, default=PICTURE, string="What it is"
    )
    name = fields.Char(string="Title", required=True, help="Stands after the number in the report")
    alt_text = fields.Char(
        string="What is shown",
        help="In words, for whoever does not see the picture: a screen reader says it",
    )
    content = fields.Binary(string="File", attachment=True, required=True)
    file_name = fields.Char()
    people = fields.Selection(
        [
            (UNKNOWN, "Not answered"),
            ("nobody", "Nobody can be recognised"),
            ("agreed", "All of them agreed"),
        ],
        string="People in it",
        required=True,
        default=UNKNOWN,
        help="Faces and names are personal data (Federal Law No. 152-FZ): for the open page each"
        " person shown, or the parent of a child, has agreed to it in writing",
    )
    answered_by_id = fields.Many2one("res.users", string="Answered by", readonly=True, copy=False)
    answered_date = fields.Date(string="Answered on", readonly=True, copy=False)

    @api.constrains("kind", "alt_text")
    def _check_alt_text(self):
        for one in self:
            if one.kind == PICTURE and not (one.alt_text or "").strip():
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: say in words what is shown, for readers who do not see it.",
                        name=one.name,
                    )
                )

    @api.constrains("kind", "content", "file_name")
    def _check_file(self):
        for one in self.filtered(lambda one: one.kind == FILE):
            extension = suffix(one.file_name)
            if extension not in EXTENSIONS:
                raise ValidationError(
                    self.env._(
                        "“%(name)s” cannot be put beside a report. Kinds of files: %(kinds)s.",
                        name=one.file_name or one.name,
                        kinds=", ".join(EXTENSIONS),
                    )
                )
            self._ask("check_file", one._get_bytes(), extension)

    @api.constrains("section_id")
    def _check_number(self):
        for report in self.report_id:
            if self.search_count([("report_id", "=", report.id)]) > MOST:
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: at most %(most)s pictures and files are put into a report.",
                        name=report.name,
                        most=MOST,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        # a picture that comes as a default is drawn anew like any other
        defaults = self.default_get(["kind", "content"])
        given = [{**defaults, **vals} for vals in vals_list]
        ones = super().create([self._clean(vals, vals["kind"] == PICTURE) for vals in given])
        ones.filtered(lambda one: not one.answered_by_id)._keep_answer()
        return ones

    def write(self, vals):
        if {"section_id", "kind"} & vals.keys():
            raise AccessError(self.env._("A picture stays in its section: add it to the other."))
        if "content" in vals:
            # another picture shows other people
            vals = {"people": UNKNOWN, **self._clean(vals, PICTURE in self.mapped("kind"))}
        result = super().write(vals)
        if "people" in vals:
            self._keep_answer()
        return result

    def _keep_answer(self):
        """Keep who has just answered for the people in it, and when."""
        today = fields.Date.context_today(self)
        for known, ones in self.grouped(lambda one: one.people != UNKNOWN).items():
            answer = {"answered_by_id": known and self.env.uid, "answered_date": known and today}
            # The user has just written the answer itself.
            ones.sudo().write(answer)

    def _clean(self, vals, must_be_picture):
        """Return the values with a picture drawn anew, and any other file as it is."""
        content = _decode(vals.get("content"))
        looks_so = is_picture(content)
        if not content or not (must_be_picture or looks_so):
            return vals
        # a file of another kind is kept as it came and is no picture
        if looks_so and self._is_kept(content):
            return vals
        side = [] if must_be_picture else [SCAN_SIDE]
        return {**vals, "content": base64.b64encode(self._ask("clean", content, *side))}

    def _is_kept(self, content):
        """Whether this picture was drawn before: that of the version that is corrected."""
        # Only whether the very same bytes are kept here is asked; nobody else writes them.
        return bool(
            self.env["ir.attachment"]
            .sudo()
            .search_count(
                [
                    ("res_model", "=", self._name),
                    ("res_field", "=", "content"),
                    ("checksum", "=", hashlib.sha1(content, usedforsecurity=False).hexdigest()),
                ],
                limit=1,
            )
        )

    def _ask(self, job, *given):
        try:
            return apart.call(f"reports.enclosures:{job}", *given)
        except Refused as refused:
            raise UserError(refused.message(self.env._)) from None

    def _get_bytes(self):
        return base64.b64decode(self.with_context(bin_size=False).content or b"")


def _decode(content):
    """The bytes of a value of a binary field; what is no base64 is no picture."""
    try:
        return base64.b64decode(content or b"")
    except ValueError:
        return b"?"
