from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .loaders.resolver import FOLDS

KINDS = [
    ("student", "Pupil"),
    ("teacher", "Teacher"),
    ("subject", "Subject"),
    ("class", "Class"),
]


class VsokoImportMatch(models.Model):
    """What a text of files means in this school, chosen by a person once and remembered."""

    _name = "vsoko.import.match"
    _inherit = ["vsoko.company.mixin"]
    _description = "Remembered match of an import"
    _order = "kind, text"
    _rec_name = "text"

    kind = fields.Selection(KINDS, required=True)
    text = fields.Char(string="In the files", required=True)
    key = fields.Char(compute="_compute_key", store=True, precompute=True)
    student_id = fields.Many2one(
        "vsoko.student", string="Pupil", ondelete="cascade", check_company=True
    )
    teacher_id = fields.Many2one("vsoko.teacher", ondelete="cascade", check_company=True)
    subject_id = fields.Many2one("vsoko.subject", ondelete="cascade", check_company=True)
    class_id = fields.Many2one("vsoko.class", ondelete="cascade", check_company=True)

    is_new = fields.Boolean(
        string="A new person", help="The text is somebody whom the program did not know"
    )
    import_id = fields.Many2one(
        "vsoko.import",
        string="In the file",
        ondelete="cascade",
        index="btree_not_null",
        help="For one of several rows with one name: the answer holds in this file alone",
    )
    twin = fields.Integer(string="Row of the name", default=0, aggregator=None)

    # one name may mean pupils of several classes
    _meaning_uniq = models.UniqueIndex(
        "(company_id, kind, key, COALESCE(student_id, 0), COALESCE(import_id, 0),"
        " COALESCE(twin, 0))",
        "This text is already matched. Change that match.",
    )

    @api.depends("kind", "text")
    def _compute_key(self):
        for match in self:
            match.key = FOLDS[match.kind](match.text or "") if match.kind else False

    @api.constrains("kind", "student_id", "teacher_id", "subject_id", "class_id", "is_new")
    def _check_record(self):
        for match in self:
            if not match._get_record_id() and not match.is_new:
                raise ValidationError(self.env._("Choose what «%(text)s» means.", text=match.text))

    def _get_record_id(self):
        self.ensure_one()
        return self[f"{self.kind}_id"].id or 0

    @api.model
    def _find(self, company, kind, text, record=None, twin=0):
        return self.search(
            [
                ("company_id", "=", company.id),
                ("kind", "=", kind),
                ("key", "=", FOLDS[kind](text)),
                ("import_id", "=", record.id if record and twin else False),
                ("twin", "=", twin),
            ]
        )

    @api.model
    def _remember(self, company, kind, text, record_id, record=None, twin=0):
        """Make or change the match of a text.

        :param kind: key of ``KINDS``
        :param record_id: id of the record of that kind; 0 for a new person
        :param record: the import in which one of several rows of a name has this meaning…
        :param twin: …and which of these rows, from 1
        """
        values = {f"{kind}_id": record_id, "is_new": not record_id}
        existing = self._find(company, kind, text, record, twin)
        if kind == "student" and record_id and not twin:
            existing = existing._of_the_same_class(record_id)
        if existing:
            existing[0].write(values)
            return existing[0]
        place = {"import_id": record.id if record and twin else False, "twin": twin}
        return self.create({"company_id": company.id, "kind": kind, "text": text} | place | values)

    def _of_the_same_class(self, student_id):
        """Those of the matches that mean this pupil or one who was in the same class: a name may
        mean pupils of several classes, in each class one."""
        student = self.env["vsoko.student"].browse(student_id)
        classes = student.enrolment_ids.class_id
        return self.filtered(
            lambda match: (
                not match.student_id
                or match.student_id == student
                or match.student_id.enrolment_ids.class_id & classes
            )
        )

    @api.model
    def _open_for(self, issue):
        """Action of the dialog in which the text of a remark gets its meaning."""
        kind, text = issue.match_kind, issue.match_text
        return self._open_action(
            "vsoko_module.vsoko_import_match_dialog_action",
            self.env._("What does «%(text)s» mean?", text=text),
            res_id=self._find(issue.company_id, kind, text, issue.import_id, issue.twin)[:1].id,
            context={
                "default_company_id": issue.company_id.id,
                "default_kind": kind,
                "default_text": text,
                f"default_{kind}_id": issue.suggestion_id or False,
                "default_import_id": issue.import_id.id if issue.twin else False,
                "default_twin": issue.twin,
                "vsoko_import_id": issue.import_id.id,
                "vsoko_year_id": issue.import_id.year_id.id,
            },
        )

    def action_remember(self):
        """Check again the file from whose remark this match was made."""
        record = self.env["vsoko.import"].browse(self.env.context.get("vsoko_import_id", []))
        record.exists().action_check()
        return self._toast(self.env._("Remembered"))
