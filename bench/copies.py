"""Copies of a school year in the years before it, as sets of rows, each table in one statement.

The pupils of a class are those who sit today in the class that it has become; who has finished
since is archived.
"""

from odoo.tools import SQL

from odoo.addons.vsoko_module.tools import scopes

# what a year consists of: owners before what belongs to them
TABLES = (
    "vsoko_year",
    "vsoko_period",
    "vsoko_class",
    "vsoko_enrolment",
    "vsoko_teaching",
    "vsoko_mark",
    "vsoko_assessment",
    "vsoko_result",
    "vsoko_task_score",
    "vsoko_element_total",
    "vsoko_indicator_value",
    "vsoko_completeness",
    "vsoko_calculation",
    "vsoko_risk",
    "vsoko_risk_reason",
    "vsoko_achievement",
    "vsoko_observation",
    "vsoko_action",
    "vsoko_action_measure",
    "vsoko_report",
    "vsoko_report_section",
    "vsoko_plan",
    "vsoko_plan_line",
    "vsoko_import",
)
# tables of pairs, by their first column
PAIRS = ("vsoko_assessment", "vsoko_achievement")


class Copier:
    """The year of `school.build`, which lies in the database alone, and how it is copied."""

    def __init__(self, env, company):
        self.env = env
        self.company = company
        self._add_graduates()
        env.cr.execute("CREATE TEMP TABLE base (source text, id bigint, PRIMARY KEY (source, id))")
        env.cr.execute(
            "CREATE TEMP TABLE copied (source text, old bigint, new bigint,"
            " PRIMARY KEY (source, old))"
        )
        for table in TABLES:
            env.cr.execute(
                SQL("INSERT INTO base SELECT %s, id FROM %s", table, SQL.identifier(table))
            )
        env.cr.execute("ANALYZE base")

    def _add_graduates(self):
        """Archived pupils of classes that have been: they would be in grades 12 to 20 today."""
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO vsoko_student (name, code, company_id, active)
                SELECT 'Выпускник ' || cohort || ' ' || place,
                       concat_ws(':', 'B', cohort, place), %s, FALSE
                  FROM generate_series(12, 20) cohort, generate_series(0, 101) place
                """,
                self.company.id,
            )
        )

    def copy(self, back):
        execute = self.env.cr.execute
        execute("TRUNCATE copied")
        execute(SQL(_PUPILS, back=back))
        for table in TABLES:
            identifier = SQL.identifier(table)
            execute(
                SQL(
                    "INSERT INTO copied"
                    " SELECT source, id, nextval(pg_get_serial_sequence(%s, 'id'))"
                    " FROM base WHERE source = %s",
                    table,
                    table,
                )
            )
            execute("ANALYZE copied")
            columns = self._get_columns(table, back)
            execute(
                SQL(
                    "INSERT INTO %s (%s) SELECT %s FROM %s old JOIN copied this"
                    " ON this.source = %s AND this.old = old.id %s",
                    identifier,
                    SQL(", ").join(SQL.identifier(name) for name, _value, _join in columns),
                    SQL(", ").join(value for _name, value, _join in columns),
                    identifier,
                    table,
                    SQL(" ").join(join for _name, _value, join in columns),
                )
            )
            if table in PAIRS:
                self._copy_pairs(table)

    def _get_columns(self, table, back):
        """Return [(column, its value in the copy, the join that it needs)]."""
        self.env.cr.execute(SQL(_COLUMNS, table=table))
        columns = []
        for name, kind, target in self.env.cr.fetchall():
            column = SQL.identifier("old", name)
            if name == "id":
                columns.append((name, SQL("this.new"), SQL()))
            elif target in (*TABLES, "vsoko_student"):
                alias = f"of_{name}"
                join = SQL(
                    "LEFT JOIN copied %s ON %s = %s AND %s = %s",
                    SQL.identifier(alias),
                    SQL.identifier(alias, "source"),
                    target,
                    SQL.identifier(alias, "old"),
                    column,
                )
                value = SQL("COALESCE(%s, %s)", SQL.identifier(alias, "new"), column)
                columns.append((name, value, join))
            else:
                columns.append((name, self._get_value(table, name, kind, column, back), SQL()))
        return columns

    def _get_value(self, table, name, kind, column, back):
        if (table, name) == ("vsoko_year", "name"):
            return SQL("%s || ' - ' || %s", column, back)
        if (table, name) == ("vsoko_year", "state"):
            return SQL("'closed'")
        if (table, name) == ("vsoko_enrolment", "date_to"):
            return SQL("old.date_from - %s * 365 + 360", back)
        if name == "cell" and table != "vsoko_action":
            return _get_cell_sql()
        if kind == "date" or kind.startswith("timestamp"):
            return SQL("%s - %s * interval '365 days'", column, back)
        return column

    def _copy_pairs(self, table):
        """Copy the rows of the tables of pairs whose first column is of the table."""
        self.env.cr.execute(SQL(_PAIRS, table=table))
        for pairs, first, second, target in self.env.cr.fetchall():
            self.env.cr.execute(
                SQL(
                    "INSERT INTO %(pairs)s (%(first)s, %(second)s)"
                    " SELECT this.new, COALESCE(that.new, old.%(second)s) FROM %(pairs)s old"
                    " JOIN copied this ON this.source = %(table)s AND this.old = old.%(first)s"
                    " LEFT JOIN copied that ON that.source = %(target)s"
                    " AND that.old = old.%(second)s",
                    pairs=SQL.identifier(pairs),
                    first=SQL.identifier(first),
                    second=SQL.identifier(second),
                    table=table,
                    target=target,
                )
            )


# the pupil of a class in a year: who sits today in the class that it has become
_PUPILS = """
    WITH numbered AS (
        SELECT id, code, substr(code, 2)::integer - 1 AS n FROM vsoko_student WHERE code ~ '^B\\d+$'
    ), placed AS (
        SELECT id, n / 30 AS row, n %% 30 / 10 AS letter, n %% 10 + 2 + %(back)s AS cohort
          FROM numbered
    )
    INSERT INTO copied
    SELECT 'vsoko_student', placed.id, became.id
      FROM placed
      JOIN vsoko_student became
        ON became.code = CASE
           WHEN cohort <= 11 THEN 'B' || row * 30 + letter * 10 + cohort - 2 + 1
           ELSE concat_ws(':', 'B', cohort, row * 3 + letter) END
"""
_COLUMNS = """
    SELECT attribute.attname, format_type(attribute.atttypid, NULL), target.relname
      FROM pg_attribute attribute
      LEFT JOIN pg_constraint link
        ON link.conrelid = attribute.attrelid AND link.contype = 'f'
       AND link.conkey = ARRAY[attribute.attnum]
      LEFT JOIN pg_class target ON target.oid = link.confrelid
     WHERE attribute.attrelid = %(table)s::regclass AND attribute.attnum > 0
       AND NOT attribute.attisdropped AND attribute.attgenerated = ''
"""
_PAIRS = """
    SELECT pairs.relname, first.attname, second.attname, target.relname
      FROM pg_class pairs
      JOIN pg_attribute first ON first.attrelid = pairs.oid AND first.attnum = 1
      JOIN pg_attribute second ON second.attrelid = pairs.oid AND second.attnum = 2
      JOIN pg_constraint link ON link.conrelid = pairs.oid AND link.contype = 'f'
       AND link.conkey = ARRAY[first.attnum] AND link.confrelid = %(table)s::regclass
      JOIN pg_constraint other ON other.conrelid = pairs.oid AND other.contype = 'f'
       AND other.conkey = ARRAY[second.attnum]
      JOIN pg_class target ON target.oid = other.confrelid
     WHERE pairs.relkind = 'r' AND pairs.relnatts = 2
"""


def _get_key_sql(name):
    """Return the key of a cell in the copy: of what is copied, the new one."""
    key = SQL.identifier("old", name)
    if name not in ("class_id", "student_id"):
        return key
    return SQL("COALESCE(%s, %s)", SQL.identifier(f"of_{name}", "new"), key)


def _get_cell_sql():
    parts = [
        SQL(
            "WHEN %s THEN concat_ws(':', %s)",
            scope,
            SQL(", ").join([SQL("old.scope"), *map(_get_key_sql, dimensions)]),
        )
        for scope, dimensions in scopes.SCOPES.items()
    ]
    return SQL("CASE old.scope %s END", SQL(" ").join(parts))
