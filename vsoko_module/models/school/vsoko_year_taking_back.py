from contextlib import contextmanager

import psycopg2

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import mute_logger


class VsokoYear(models.Model):
    """A year goes as it came: a promotion is taken back, and nothing else is lost by deleting.

    Later rooms say by `_get_obstacles` which of their facts keep a year.
    """

    _inherit = "vsoko.year"

    # a promotion has made the classes of this year
    is_promoted = fields.Boolean(compute="_compute_is_promoted")

    def _compute_is_promoted(self):
        promoted = self.env["vsoko.enrolment"]._read_group(
            [("promotion_year_id", "in", self.ids)], ["promotion_year_id"]
        )
        ids = {year.id for (year,) in promoted}
        for year in self:
            year.is_promoted = year._origin.id in ids

    def action_take_back_promotion(self):
        """Put everybody back into the classes of the old year and delete this one.

        :raise UserError: names the facts of the new year that stand in the way
        """
        self.ensure_one()
        self.check_access("unlink")
        if not self.is_promoted:
            raise UserError(
                self.env._("The classes of %(year)s were not made by a promotion.", year=self.name)
            )
        self._raise_obstacles(self._get_promotion_obstacles() + self._get_obstacles())
        stays = self.env["vsoko.enrolment"].search([("promotion_year_id", "=", self.id)])
        begun = stays.filtered(lambda stay: stay.year_id == self)
        ended = stays - begun
        old_year = ended.year_id[:1]
        with self._in_words():
            begun.unlink()
            self.env.flush_all()
            # The right to delete the year was checked; the mark of the promotion is the program's.
            ended.sudo().write({"date_to": False, "reason": False, "promotion_year_id": False})
            self._drop_derived()
            self.class_ids.unlink()
            was_current = self.state == "current"
            self.unlink()
        if was_current:
            self.env.flush_all()
            old_year._move("current")
        return old_year._open_records()

    def unlink(self):
        """Delete years without classes and facts, with their calendars."""
        for year in self:
            classes = [self.env._("classes: %(count)s", count=year.class_count)]
            year._raise_obstacles(classes * bool(year.class_ids) + year._get_obstacles())
        with self._in_words():
            self._drop_derived()
            self.period_ids.unlink()
            result = super().unlink()
        return result

    def _get_promotion_obstacles(self):
        """Return what was done with pupils of the year since the promotion."""
        stays = self.env["vsoko.enrolment"].search([("year_id", "=", self.id)])
        moved = stays.filtered(lambda stay: stay.promotion_year_id != self or stay.date_to)
        if not moved:
            return []
        return [
            self.env._(
                "pupils who came, moved or left after the promotion: %(names)s",
                names=", ".join(moved.student_id[:5].mapped("name")),
            )
        ]

    def _get_obstacles(self):
        """Return what of the year would be lost with it, as texts."""
        self.ensure_one()
        approved = self.period_ids.filtered(lambda period: period.state == "approved")
        names = ", ".join(approved.mapped("name"))
        return [self.env._("approved periods: %(names)s", names=names)] if approved else []

    def _drop_derived(self):
        """Delete what is computed from the facts of the years."""

    def _raise_obstacles(self, obstacles):
        if obstacles:
            raise UserError(
                self.env._(
                    "The year %(year)s cannot be deleted. In the way: %(obstacles)s.",
                    year=self.name,
                    obstacles="; ".join(obstacles),
                )
            )

    @contextmanager
    def _in_words(self):
        """Delete all or nothing; what the database refuses is said in words."""
        try:
            with self.env.cr.savepoint(), mute_logger("odoo.sql_db"):
                yield
                self.env.flush_all()
        except psycopg2.IntegrityError:
            raise UserError(
                self.env._(
                    "Other records refer to the school year: reports, files or figures. Delete"
                    " them first."
                )
            ) from None
