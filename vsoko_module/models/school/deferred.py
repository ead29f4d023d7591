from contextlib import contextmanager

from odoo.tools import SQL


@contextmanager
def deferred(env, constraint):
    """Rows written inside may meet on the way when they do not meet at the end.

    :param constraint: name of a deferrable constraint, checked once after all
    """
    name = SQL.identifier(constraint)
    env.flush_all()
    env.cr.execute(SQL("SET CONSTRAINTS %s DEFERRED", name))
    yield
    env.flush_all()
    env.cr.execute(SQL("SET CONSTRAINTS %s IMMEDIATE", name))
