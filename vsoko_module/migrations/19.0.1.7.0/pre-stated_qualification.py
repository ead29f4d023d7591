"""What the list of staff says is kept beside what registers say, so that neither is lost.

The columns are made here with their values, because the program only then computes the old ones of
them.
"""

from odoo.tools import SQL

_STATED = {
    "education": "varchar",
    "education_pedagogic": "boolean",
    "speciality": "varchar",
    "category": "varchar",
    "category_date": "date",
    "experience_years": "integer",
    "experience_date": "date",
    "course_date": "date",
    "course_fgos": "boolean",
}


def migrate(cr, _version):
    for name, kind in _STATED.items():
        cr.execute(
            SQL(
                "ALTER TABLE vsoko_teacher ADD COLUMN IF NOT EXISTS %s %s",
                SQL.identifier(f"stated_{name}"),
                SQL(kind),
            )
        )
    cr.execute(
        SQL(
            "UPDATE vsoko_teacher SET %s",
            SQL(", ").join(
                SQL("%s = %s", SQL.identifier(f"stated_{name}"), SQL.identifier(name))
                for name in _STATED
            ),
        )
    )
