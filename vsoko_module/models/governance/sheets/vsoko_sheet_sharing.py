from odoo import api, fields, models
from odoo.tools import SQL

from ....tools.sheets.parts import part_of
from .vsoko_sheet_filling import REGISTERS


class VsokoSheetEvidence(models.Model):
    """What each record gives: those of its criterion; a part of them where several people have
    done it together and the scheme shares; nothing where another order has paid.

    Who took part is known from agreed parts, else from the register: equal parts. What is typed
    is of one person until parts are agreed, and the database knows no second one.
    """

    _inherit = "vsoko.sheet.evidence"

    sharers = fields.Integer(string="Done by, people", readonly=True, aggregator=None)
    is_alone = fields.Boolean(compute="_compute_is_alone", store=True)

    _alone_once = models.UniqueIndex(
        "(company_id, once_key) WHERE is_alone",
        "This event is in the sheet of a colleague already. If you have done it together, state"
        " the parts; if it was another one, say in its name how it differs, for example the class.",
    )

    @api.depends("line_id.criterion_id.sharing", "is_found", "once_key", "company_id")
    def _compute_is_alone(self):
        typed = self.filtered(
            lambda one: not one.is_found and one.line_id.criterion_id.sharing == "shared"
        )
        agreed = typed._get_agreed_parts()
        for evidence in self:
            key = evidence.company_id.id, evidence.once_key
            evidence.is_alone = evidence in typed and key not in agreed

    def _with_sharers(self):
        """Return these records and those of colleagues about the same events whose sheets are
        still being filled in: what one gets changes what is left for the others."""
        # Only counted, by the program; nobody is shown another's record.
        shared = self.sudo().filtered(lambda one: one.line_id.criterion_id.sharing == "shared")
        others = shared.search(
            [
                ("company_id", "in", shared.company_id.ids),
                ("once_key", "in", shared.mapped("once_key")),
                ("line_id.sheet_id.state", "=", "self"),
            ]
        )
        return self.sudo() | others

    def _give_points(self):
        """Store what each record gives, in one statement."""
        parts = self._get_known_parts() | self._get_agreed_parts()
        paid = self._get_paid()
        given = [(one.id, *one._get_given(parts, paid)) for one in self]
        if not given:
            return
        self.flush_recordset()
        self.env.cr.execute(
            SQL(
                """
                UPDATE vsoko_sheet_evidence evidence
                   SET points = given.points, sharers = given.sharers
                  FROM unnest(%s::int[], %s::float8[], %s::int[]) AS given (id, points, sharers)
                 WHERE evidence.id = given.id
                """,
                *map(list, zip(*given, strict=True)),
            )
        )
        self.invalidate_recordset(["points", "sharers"], flush=False)

    def _get_given(self, parts, paid):
        """Return (points, how many people have done it)."""
        criterion = self.line_id.criterion_id
        key = self.company_id.id, self.once_key
        own = parts.get(key) or {self.teacher_id.id: 1}
        if self.paid_elsewhere:
            return 0.0, len(own)
        if criterion.sharing != "shared":
            return criterion.points_each, len(own)
        others = sum(
            points for teacher, points in paid.get(key, ()) if teacher != self.teacher_id.id
        )
        return part_of(criterion.points_each, own, self.teacher_id.id, others), len(own)

    def _get_agreed_parts(self):
        """Return {(school, event): {teacher: percent}} of the agreed parts."""
        # As in `_with_sharers`: only counted.
        teams = self.env["vsoko.sheet.team"].sudo()
        keys = [("company_id", "in", self.company_id.ids), ("once_key", "in", self._get_keys())]
        return {
            (team.company_id.id, team.once_key): {
                part.teacher_id.id: part.percent for part in team.part_ids
            }
            for team in teams.search([*keys, ("state", "=", "agreed")])
        }

    def _get_known_parts(self):
        """Return {(school, event): {teacher: 1}} of those whom the registers name."""
        found = self.filtered("is_found")
        parts = {}
        for source, register in REGISTERS.items():
            keys = found.filtered(lambda one, name=source: one.line_id.source == name)._get_keys()
            for school, key, teacher in self._get_register_people(register, keys) if keys else ():
                parts.setdefault((school, key), {})[teacher] = 1
        return parts

    def _get_register_people(self, register, keys):
        """Return [(school, event, teacher)] of the events of a register."""
        return self.env.execute_query(
            SQL(
                """
                SELECT DISTINCT record.company_id, %(key)s, person.teacher_id
                  FROM %(table)s record
                  JOIN (%(people)s) person ON person.record_id = record.id
                 WHERE record.company_id = ANY(%(schools)s) AND %(key)s = ANY(%(keys)s)
                """,
                key=register.key,
                table=SQL.identifier(self.env[register.model]._table),
                people=register.people,
                schools=self.company_id.ids,
                keys=keys,
            )
        )

    def _get_paid(self):
        """Return {(school, event): [(teacher, points)]} of sheets that are handed in."""
        # As in `_with_sharers`: only counted.
        settled = self.sudo().search(
            [
                ("company_id", "in", self.company_id.ids),
                ("once_key", "in", self._get_keys()),
                ("line_id.sheet_id.state", "!=", "self"),
                ("id", "not in", self.ids),
            ]
        )
        paid = {}
        for one in settled:
            key = one.company_id.id, one.once_key
            paid.setdefault(key, []).append((one.teacher_id.id, one.points))
        return paid

    def _get_keys(self):
        return [key for key in self.mapped("once_key") if key]
