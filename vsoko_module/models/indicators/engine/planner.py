"""What PostgreSQL's planner must not do with facts."""

from contextlib import contextmanager


@contextmanager
def without_nested_loops(cr):
    """Keep the planner from joining facts row by row inside the block.

    It cannot know how many cells a grouping gives, and in the very transaction that imported the
    facts its statistics still call the tables empty.
    """
    cr.execute("SELECT set_config('enable_nestloop', 'off', TRUE)")
    yield
    # not in a `finally`: after an error the rollback undoes what was set for the transaction
    cr.execute("SELECT set_config('enable_nestloop', 'on', TRUE)")
