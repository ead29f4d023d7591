from hashlib import md5

from odoo import fields, models
from odoo.tools import SQL

from ...tools import russian_order


class _Backwards(str):
    """A key of an order from the last to the first."""

    __slots__ = ()
    __lt__ = str.__gt__


class RussianChar(fields.Char):
    """Text that stands in the order of the Russian alphabet and is found with Е for Ё and back.

    Its order needs the `vsoko.alphabet.mixin` of the model.
    """

    def _condition_to_sql(self, field_expr, operator, value, model, alias, query):
        if not (operator.endswith("ilike") and isinstance(value, str)):
            return super()._condition_to_sql(field_expr, operator, value, model, alias, query)
        column = model._field_to_sql(alias, field_expr, query)
        pattern = russian_order.fold(value)
        found = SQL(
            "translate(%s, %s, %s) LIKE %s",
            column,
            russian_order.FOLD_FROM,
            russian_order.FOLD_TO,
            pattern if "=" in operator else f"%{pattern}%",
        )
        return SQL("(%s) IS NOT TRUE", found) if operator.startswith("not") else found


class VsokoAlphabetMixin(models.AbstractModel):
    """Records in the order of the Russian alphabet, whatever the collation of the database.

    Beside each `RussianChar` of a table PostgreSQL keeps its key, a generated column, so that a
    list of a million marks is ordered by pupils without making the keys anew.
    """

    _name = "vsoko.alphabet.mixin"
    _description = "Order by the Russian alphabet"

    def init(self):
        super().init()
        if self._auto and not self._abstract:
            for field in self._fields.values():
                if isinstance(field, RussianChar) and field.store:
                    self._keep_order_column(field)

    def _keep_order_column(self, field):
        """Add the column of keys, or make it anew when the alphabet of the program is another."""
        name = _order_column(field)
        alphabet = md5(
            (russian_order.ORDER_FROM + russian_order.ORDER_TO + russian_order.TIE_TO).encode(),
            usedforsecurity=False,
        ).hexdigest()
        found = self.env.execute_query(
            SQL(
                """SELECT col_description(attrelid, attnum) FROM pg_attribute
                    WHERE attrelid = %s::regclass AND attname = %s AND NOT attisdropped""",
                self._table,
                name,
            )
        )
        if found == [(alphabet,)]:
            return
        table, column = SQL.identifier(self._table), SQL.identifier(name)
        for statement in (
            SQL("ALTER TABLE %s DROP COLUMN IF EXISTS %s", table, column),
            SQL(
                'ALTER TABLE %s ADD COLUMN %s varchar COLLATE "C" GENERATED ALWAYS AS (%s) STORED',
                table,
                column,
                _order_sql(SQL.identifier(field.name)),
            ),
            SQL("COMMENT ON COLUMN %s.%s IS %s", table, column, alphabet),
        ):
            self.env.cr.execute(statement)

    def _order_field_to_sql(self, alias, field_name, direction, nulls, query):
        field = self._fields.get(field_name)
        if not isinstance(field, RussianChar):
            return super()._order_field_to_sql(alias, field_name, direction, nulls, query)
        key = self._field_to_sql(alias, field_name, query)
        if self._auto:
            key = SQL.identifier(alias, _order_column(field), to_flush=field)
        else:
            key = SQL('%s COLLATE "C"', _order_sql(key))
        query._order_groupby.append(key)
        return SQL("%s %s %s", key, direction, nulls)

    def _sorted_order_to_function(self, order):
        makers = [
            self._alphabet_function(part)
            or super(VsokoAlphabetMixin, self)._sorted_order_to_function(part)
            for part in order.split(",")
        ]
        return lambda record: tuple(make(record) for make in makers)

    def _alphabet_function(self, part):
        """Return the function of a part of an order that is a `RussianChar`, else None."""
        name, *words = part.split()
        if not isinstance(self._fields.get(name), RussianChar):
            return None
        is_back = "desc" in (word.lower() for word in words)
        kind = _Backwards if is_back else str
        return lambda record: kind(russian_order.order_key(record[name]))


def _order_column(field):
    return f"{field.name}_order"


def _order_sql(column):
    return SQL(
        "translate(%s, %s, %s) || %s || translate(%s, %s, %s)",
        column,
        russian_order.ORDER_FROM,
        russian_order.ORDER_TO,
        russian_order.ORDER_TIE,
        column,
        russian_order.TIE_FROM,
        russian_order.TIE_TO,
    )
