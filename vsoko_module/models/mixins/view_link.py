from odoo import fields
from odoo.tools import SQL


class ViewMany2one(fields.Many2one):
    """A many2one to a model over a query, which has no table that Odoo could join by its name.

    Without it a list cannot be ordered or grouped by the field: the order of groups is that of
    the records behind them.
    """

    def join(self, model, alias, query):
        """Join the query of the model behind; same answer as of any many2one."""
        comodel = model.env[self.comodel_name]
        coalias = query.make_alias(alias, self.name)
        condition = SQL(
            "%s = %s",
            model._field_to_sql(alias, self.name, query),
            SQL.identifier(coalias, "id"),
        )
        query.add_join("LEFT JOIN", coalias, comodel._table_sql, condition)
        return comodel, coalias
