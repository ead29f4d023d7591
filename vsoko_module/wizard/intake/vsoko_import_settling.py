from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ...models.intake.loaders.resolver import FOLDS

PEOPLE = ("student", "teacher")


class VsokoImportSettling(models.TransientModel):
    """All texts of some files of which the program does not know whom or what they mean."""

    _name = "vsoko.import.settling"
    _description = "Names to be settled"

    import_ids = fields.Many2many("vsoko.import", string="Files")
    line_ids = fields.One2many("vsoko.import.settling.line", "settling_id")
    student_line_ids = fields.One2many(
        "vsoko.import.settling.line", "settling_id", domain=[("kind", "=", "student")]
    )
    teacher_line_ids = fields.One2many(
        "vsoko.import.settling.line", "settling_id", domain=[("kind", "=", "teacher")]
    )
    subject_line_ids = fields.One2many(
        "vsoko.import.settling.line", "settling_id", domain=[("kind", "=", "subject")]
    )
    class_line_ids = fields.One2many(
        "vsoko.import.settling.line", "settling_id", domain=[("kind", "=", "class")]
    )
    likely_count = fields.Integer(compute="_compute_likely_count")

    @api.depends("line_ids.likely_id", "line_ids.is_answered")
    def _compute_likely_count(self):
        for settling in self:
            settling.likely_count = len(settling.line_ids._get_likely())

    @api.model
    def _open_for(self, imports):
        """Open the page with all questions of the files that are not loaded.

        :raise UserError: when nothing is to be settled
        """
        waiting = imports.filtered(lambda record: record.state != "loaded")
        questions = waiting.issue_ids.filtered("match_kind")
        if not questions:
            raise UserError(self.env._("All names of the files are known."))
        lines = self.env["vsoko.import.settling.line"]._prepare_lines(questions)
        settling = self.create(
            {
                "import_ids": [Command.set(waiting.ids)],
                "line_ids": [Command.create(vals) for vals in lines],
            }
        )
        return self._open_action("vsoko_module.vsoko_import_settling_action", res_id=settling.id)

    def action_accept_likely(self):
        """Take the likely person wherever there is one and nothing is chosen yet."""
        self.ensure_one()
        self.check_access("write")
        likely = self.line_ids._get_likely()
        for line in likely:
            line[f"{line.kind}_id"] = line.likely_id
        return self._toast(self.env._("Likely answers taken"), len(likely))

    def action_apply(self):
        """Remember the answers and check the files again.

        :return: the action of the files: what is still unclear stands in their remarks
        """
        self.ensure_one()
        self.check_access("write")
        answered = self.line_ids.filtered("is_answered")
        if not answered:
            raise UserError(self.env._("Nothing is chosen yet."))
        answered._remember()
        self.import_ids.filtered(lambda record: record.state != "loaded").action_check()
        chosen = {"domain": [("id", "in", self.import_ids.ids)]}
        if len(self.import_ids) == 1:
            chosen = {"res_id": self.import_ids.id, "views": [(False, "form")]}
        return self._open_action("vsoko_module.vsoko_import_action", target="main", **chosen)


class VsokoImportSettlingLine(models.TransientModel):
    _name = "vsoko.import.settling.line"
    _description = "Name to be settled"
    _order = "kind, place, text, twin, id"

    settling_id = fields.Many2one("vsoko.import.settling", required=True, ondelete="cascade")
    import_id = fields.Many2one("vsoko.import", string="File", ondelete="cascade")
    kind = fields.Selection(
        [
            ("student", "Pupil"),
            ("teacher", "Teacher"),
            ("subject", "Subject"),
            ("class", "Class"),
        ],
        required=True,
    )
    text = fields.Char(string="In the file", required=True, readonly=True)
    place = fields.Char(string="Where", readonly=True)
    twin = fields.Integer()
    candidates = fields.Json()
    candidate_names = fields.Text(string="Who comes into question", readonly=True)
    likely_id = fields.Integer()
    may_be_new = fields.Boolean()
    place_id = fields.Many2one("vsoko.class", string="Class")
    student_id = fields.Many2one("vsoko.student", string="Pupil")
    teacher_id = fields.Many2one("vsoko.teacher")
    subject_id = fields.Many2one("vsoko.subject")
    class_id = fields.Many2one("vsoko.class", string="Class of the school")
    is_new = fields.Boolean(string="A new person")
    is_answered = fields.Boolean(compute="_compute_is_answered")

    @api.depends("student_id", "teacher_id", "subject_id", "class_id", "is_new")
    def _compute_is_answered(self):
        for line in self:
            line.is_answered = line.is_new or bool(line[f"{line.kind}_id"])

    @api.onchange("is_new")
    def _onchange_is_new(self):
        if self.is_new:
            self.student_id = False

    @api.onchange("student_id")
    def _onchange_student_id(self):
        if self.student_id:
            self.is_new = False

    def _get_likely(self):
        """Return the lines that have a likely person and no given one.

        A subject or class of a similar spelling is another one as a rule: these are picked by hand.
        """
        return self.filtered(
            lambda line: line.kind in PEOPLE and line.likely_id and not line.is_answered
        )

    def _remember(self):
        Match = self.env["vsoko.import.match"]
        for line in self:
            record_id = 0 if line.is_new else line[f"{line.kind}_id"].id
            company = line.import_id.company_id
            Match._remember(company, line.kind, line.text, record_id, line.import_id, line.twin)

    @api.model
    def _prepare_lines(self, questions):
        """Return the values of the lines: one for all remarks that ask the same.

        :param questions: remarks of files that offer a match
        """
        together = questions.grouped(
            lambda issue: (
                issue.match_kind,
                FOLDS[issue.match_kind](issue.match_text),
                issue.place_id,
                issue.import_id if issue.twin else None,
                issue.twin,
            )
        )
        names = self._read_names(questions)
        return [self._prepare_line(same, names) for same in together.values()]

    def _prepare_line(self, same, names):
        issue = same[0]
        candidates = list(
            dict.fromkeys(id_ for question in same for id_ in question.candidates or ())
        )
        files = same.import_id
        place = [issue.place_id.name, files.name if len(files) == 1 else ""]
        if issue.row:
            rows = ", ".join(dict.fromkeys(str(row) for row in same.mapped("row") if row))
            place.append(self.env._("row %(rows)s", rows=rows))
        if len(files) > 1:
            place.append(self.env._("%(count)s files", count=len(files)))
        return {
            "import_id": issue.import_id.id,
            "kind": issue.match_kind,
            "text": issue.match_text,
            "place": ", ".join(filter(None, place)),
            "place_id": issue.place_id.id,
            "twin": issue.twin,
            "may_be_new": issue.may_be_new,
            "candidates": candidates,
            "candidate_names": "\n".join(
                names[issue.match_kind, id_]
                for id_ in candidates
                if (issue.match_kind, id_) in names
            ),
            "likely_id": candidates[0] if len(candidates) == 1 and not issue.twin else 0,
        }

    def _read_names(self, questions):
        """Return ``{(kind, id): name}`` of all candidates, of pupils with the date of birth."""
        names = {}
        for kind, issues in questions.grouped("match_kind").items():
            ids = {id_ for issue in issues for id_ in issue.candidates or ()}
            records = self.env[self._fields[f"{kind}_id"].comodel_name].browse(ids).exists()
            records = records.with_context(vsoko_show_birthdate=True)
            names |= {(kind, record.id): record.display_name for record in records}
        return names
