import psycopg2

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, mute_logger

from .loaders import marks_journal
from .loaders.loader import write_rows

MARK, RESULT, SCORE = "vsoko.mark", "vsoko.result", "vsoko.task.score"
VALUE = "vsoko.data.value"


class VsokoImportChange(models.Model):
    """Journal of a load: which records of one model it created or changed.

    One row holds all records of a model, so the journal of fifty thousand marks is two rows.
    """

    _name = "vsoko.import.change"
    _description = "Journal of an import"
    _order = "id desc"

    import_id = fields.Many2one("vsoko.import", required=True, index=True, ondelete="cascade")
    res_model = fields.Char(string="Model", required=True)
    kind = fields.Selection([("created", "Created"), ("changed", "Changed")], required=True)
    res_ids = fields.Json(string="Records")
    before = fields.Json(string="Values before")

    def _keep(self, import_id, res_model, kind, ids, before=None):
        # The journal is closed for writing to everybody: only a load, whose right was checked,
        # adds to it.
        self.sudo().create(
            {
                "import_id": import_id,
                "res_model": res_model,
                "kind": kind,
                "res_ids": ids,
                "before": before,
            }
        )

    def _get_last_ids(self, imports):
        """``{import: id of its last journal row}``: the order in which files were loaded."""
        return dict(self._read_group([("import_id", "in", imports.ids)], ["import_id"], ["id:max"]))

    def _undo(self):
        """Take back what these rows of one import say, the last one first.

        :return: periods whose indicators depend on it
        :raise UserError: the facts were changed since, belong to an approved period, or other
            records refer to them
        """
        if not self:
            return self.env["vsoko.period"]
        self._check_not_changed_since()
        periods = self._get_periods()
        approved = periods.filtered(lambda period: period.state == "approved")
        if self._of_marks() and approved:
            raise UserError(
                self.env._(
                    "%(period)s is approved and locked. Its facts cannot be taken back.",
                    period=", ".join(approved.mapped("display_name")),
                )
            )
        for change in self.sorted("id", reverse=True):
            change._undo_one()
        # The right to take the load back was checked; nobody may write the journal by hand.
        self.sudo().unlink()
        return periods

    def _of_marks(self):
        return self.filtered(lambda change: change.res_model == MARK)

    def _get_periods(self):
        """Periods of the marks; for other facts the open periods of the years they belong to."""
        self.env.flush_all()
        ids = [id_ for change in self._of_marks() for id_ in change.res_ids]
        rows = self.env.execute_query(
            SQL(
                "SELECT id FROM vsoko_period WHERE id IN ("
                " SELECT period_id FROM vsoko_mark WHERE id = ANY(%s)) FOR SHARE",
                ids,
            )
        )
        of_marks = self.env["vsoko.period"].browse(id_ for (id_,) in rows)
        others = self - self._of_marks()
        return of_marks | (others.import_id.year_id.period_ids if others else of_marks)

    def _check_not_changed_since(self):
        record = self.import_id
        later = self.env.execute_query(
            SQL(
                """
                SELECT DISTINCT later.import_id
                  FROM vsoko_import_change mine
                  JOIN vsoko_import_change later
                    ON later.id > mine.id AND later.import_id <> mine.import_id
                   AND later.res_model = mine.res_model
                  JOIN vsoko_import importing
                    ON importing.id = later.import_id AND importing.state = 'loaded'
                 WHERE mine.import_id = %s
                   AND EXISTS (SELECT jsonb_array_elements(mine.res_ids)
                               INTERSECT SELECT jsonb_array_elements(later.res_ids))
                """,
                record.id,
            )
        )
        if later:
            names = self.env["vsoko.import"].browse(id_ for (id_,) in later).mapped("name")
            raise UserError(
                self.env._(
                    "Later files changed the same facts: %(names)s. Take them back first.",
                    names=", ".join(names),
                )
            )
        edited = self._count_edited(MARK, SQL("import_id IS DISTINCT FROM %s", record.id))
        if edited:
            raise UserError(
                self.env._(
                    "%(count)s of the marks were corrected after the load. It cannot be taken"
                    " back.",
                    count=edited,
                )
            )
        edited = self._count_edited(VALUE)
        if edited:
            raise UserError(
                self.env._(
                    "%(count)s of the values of the form were changed after the load. It cannot be"
                    " taken back.",
                    count=edited,
                )
            )
        edited = self._count_edited(RESULT) or self._count_edited(SCORE)
        if edited:
            raise UserError(
                self.env._(
                    "%(count)s of the results were corrected after the load. It cannot be taken"
                    " back: the corrections would be lost.",
                    count=edited,
                )
            )

    def _count_edited(self, model, touched=None):
        """How many records of a model somebody has written since the load.

        :param touched: a condition in SQL that says so besides the time of writing
        """
        self.env[model].flush_model()
        ids = [id_ for change in self if change.res_model == model for id_ in change.res_ids]
        return self.env.execute_query(
            SQL(
                """
                SELECT count(*) FROM %s
                 WHERE id = ANY(%s) AND (%s OR write_date > %s + interval '1 second')
                """,
                SQL.identifier(self.env[model]._table),
                ids,
                touched or SQL("FALSE"),
                self.import_id.date_loaded,
            )
        )[0][0]

    def _undo_one(self):
        self.ensure_one()
        if self.res_model == MARK:
            if self.kind == "created":
                marks_journal.undo_created(self.env, self.res_ids)
            else:
                marks_journal.undo_changed(self.env, self.id)
            return
        records = self.env[self.res_model].browse(self.res_ids).exists()
        if self.kind == "changed":
            values = {old.pop("id"): old for old in self.before}
            if records:
                write_rows([(record, values[record.id]) for record in records])
            return
        self._delete(records)

    def _delete(self, records):
        try:
            with self.env.cr.savepoint(), mute_logger("odoo.sql_db"):
                self._before_removal(records)
                records.unlink()
                self.env.flush_all()
        except psycopg2.IntegrityError:
            raise UserError(
                self.env._(
                    "Other facts refer to what this file has made, marks for example. Take them"
                    " back first."
                )
            ) from None

    def _before_removal(self, records):
        """Answer to the removal of records that a load has made: what rests on them goes first."""
