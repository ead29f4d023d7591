from collections import Counter

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command


class VsokoParticipantEntry(models.TransientModel):
    """The paper list of the codes of VPR, typed in: a line for each pupil of a parallel."""

    _name = "vsoko.participant.entry"
    _description = "Codes of participants of a parallel"

    company_id = fields.Many2one("res.company", default=lambda self: self.env.company)
    year_id = fields.Many2one(
        "vsoko.year",
        string="School year",
        required=True,
        default=lambda self: self._default_year_id(),
    )
    subject_id = fields.Many2one("vsoko.subject", string="Subject", required=True)
    class_ids = fields.Many2many("vsoko.class", string="Classes")
    first_code = fields.Char(help="The codes of the list follow it one by one")
    line_ids = fields.One2many(
        "vsoko.participant.entry.line",
        "entry_id",
        string="Pupils",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
    )
    problem = fields.Text(string="What is wrong", compute="_compute_problem")

    def _default_year_id(self):
        return self.env["vsoko.year"].search(
            [("company_id", "=", self.env.company.id), ("state", "=", "current")], limit=1
        )

    @api.depends("year_id", "subject_id", "class_ids")
    def _compute_line_ids(self):
        """A line for each pupil who was in the classes, with the code that is known."""
        for entry in self:
            stays = self.env["vsoko.enrolment"].search(
                [("class_id", "in", entry.class_ids._origin.ids)], order="date_from"
            )
            # of two classes of a pupil the last one counts
            places = {stay.student_id: stay.class_id for stay in stays}
            existing = {code.student_id: code.code for code in entry._get_existing()}
            entry.line_ids = [
                Command.clear(),
                *(
                    Command.create(
                        {
                            "student_id": student.id,
                            "class_id": school_class.id,
                            "code": existing.get(student),
                        }
                    )
                    for student, school_class in sorted(
                        places.items(), key=lambda place: (place[1].name, place[0].name)
                    )
                ),
            ]

    @api.depends("line_ids.code", "subject_id", "class_ids")
    def _compute_problem(self):
        for entry in self:
            entry.problem = "\n".join(entry._find_problems()) or False

    def _find_problems(self):
        """Return what keeps the list from being saved, in words."""
        problems = []
        if len(set(self.class_ids.mapped("grade"))) > 1:
            problems.append(self.env._("Choose classes of one grade: it has one list of codes."))
        codes = Counter(code for line in self.line_ids if (code := line._get_code()))
        for code in sorted(code for code, count in codes.items() if count > 1):
            names = self.line_ids.filtered(lambda line, code=code: line._get_code() == code)
            problems.append(
                self.env._(
                    "The code %(code)s stands at several pupils: %(names)s.",
                    code=code,
                    names=", ".join(names.student_id.mapped("name")),
                )
            )
        others = self._get_existing().filtered(
            lambda existing: (
                existing.code in codes and existing.student_id not in self.line_ids.student_id
            )
        )
        problems += [
            self.env._(
                "The code %(code)s already belongs to %(name)s of another class.",
                code=existing.code,
                name=existing.student_id.name,
            )
            for existing in others
        ]
        return problems

    def _get_existing(self):
        return self.env["vsoko.participant.code"].search(
            [
                ("year_id", "=", self.year_id._origin.id),
                ("subject_id", "=", self.subject_id._origin.id),
                ("grade", "in", self.class_ids.mapped("grade")),
            ]
        )

    def action_number(self):
        """Give the pupils without a code the codes from the first one on, in the order shown."""
        self.ensure_one()
        text = (self.first_code or "").strip()
        if not text.isdecimal():
            raise UserError(self.env._("Write the first code in digits, for example 40001."))
        taken = {line._get_code() for line in self.line_ids}
        number = int(text)
        for line in self.line_ids.filtered(lambda line: not line._get_code()):
            while (code := str(number).zfill(len(text))) in taken:
                number += 1
            line.code = code
            taken.add(code)
        return self._reopen()

    def _reopen(self):
        return self._open_action("vsoko_module.vsoko_participant_entry_action", res_id=self.id)

    def action_save(self):
        """Make the stored codes of the pupils those of the list; an empty cell takes one away."""
        self.ensure_one()
        if self.problem:
            raise UserError(self.problem)
        existing = self._get_existing().grouped("student_id")
        changed = self.line_ids.filtered(
            lambda line: (
                line._get_code()
                != (existing[line.student_id].code if line.student_id in existing else "")
            )
        )
        # two pupils may have changed codes: what goes is removed before what comes is made
        self.env["vsoko.participant.code"].union(
            *(existing[student] for student in changed.student_id if student in existing)
        ).unlink()
        self.env["vsoko.participant.code"].create(
            [line._prepare_code() for line in changed if line._get_code()]
        )
        return self.browse()._toast(self.env._("Codes changed"), len(changed))
