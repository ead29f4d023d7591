from odoo import api, fields, models
from odoo.exceptions import UserError

from ....tools.numbers import rounded
from ....tools.ratings.places import DIGITS


class VsokoRating(models.Model):
    """Versions of a rating: an approved one stays as it was and says where today's figures and
    lists of pupils differ; what is to follow them is a new version."""

    _inherit = "vsoko.rating"

    version = fields.Integer(default=1, readonly=True, copy=False, aggregator=None)
    parent_id = fields.Many2one(
        "vsoko.rating",
        string="Corrects",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    correction_ids = fields.One2many("vsoko.rating", "parent_id", string="Later versions")
    differences = fields.Text(
        string="What is different today",
        compute="_compute_differences",
        groups="vsoko_module.group_administration",
    )

    _one_correction = models.UniqueIndex(
        "(parent_id) WHERE parent_id IS NOT NULL", "This version has been corrected already."
    )

    @api.depends("state", "line_ids.index", "roster_ids.student_ids")
    @api.depends_context("uid", "lang")
    def _compute_differences(self):
        for rating in self:
            rating.differences = rating._is_approved() and "\n".join(rating._tell_differences())

    def action_new_version(self):
        """Open the draft that corrects this rating: the same rule, the figures as they are now.

        A version is corrected once: from an old one this leads to its latest correction.
        """
        self.ensure_one()
        self.check_access("write")
        later = self.correction_ids
        if later:
            return later.action_new_version() if later._is_approved() else later._open_records()
        self._check_state(*self._signed_states)
        self._take_turn()
        version = self.copy({"name": self.name})
        version._store({"version": self.version + 1, "parent_id": self.id})
        return version._open_records()

    def _tell_differences(self):
        """Return what is not any more as it was when the rating was approved, in sentences."""
        told = []
        lists = self._find_changed_lists()
        if lists:
            names = "; ".join(lists.mapped("display_name"))
            told.append(self.env._("Other pupils stand behind the lists: %(names)s.", names=names))
        try:
            cells = self._find_changed_cells()
        except UserError as error:
            return [*told, self.env._("It cannot be computed anew: %(why)s", why=error)]
        if cells:
            names = self.env["vsoko.indicator.value"]._name_cells(cells)
            told.append(
                self.env._(
                    "Another index today: %(names)s.", names=", ".join(sorted(names.values()))
                )
            )
        return told

    def _find_changed_lists(self):
        """Return the lists whose pupils by the facts are others today."""
        rosters = self.roster_ids
        if not rosters:
            return rosters
        found = self._find_listed()
        return rosters.filtered(
            lambda one: set(one.student_ids.ids) != found.get(one._get_key(), set())
        )

    def _find_changed_cells(self):
        """Return the cells whose index today, as it is shown, is another one than approved."""
        cells, _rows, indexes = self._make_indexes()
        today = {cell: index.value for cell, index in zip(cells, indexes, strict=True)}
        then = {line.cell: _or_none(line.index) for line in self.line_ids}
        return {
            cell
            for cell in today.keys() | then.keys()
            if _shown(today.get(cell)) != _shown(then.get(cell))
        }


def _or_none(value):
    return None if value is False else value


def _shown(value):
    return None if value is None else rounded(value, DIGITS)
