"""A data set may have a form for each class of a period, so one of a period is no rule any more."""


def migrate(cr, version):
    cr.execute(
        "ALTER TABLE IF EXISTS vsoko_data_form"
        " DROP CONSTRAINT IF EXISTS vsoko_data_form_set_period_uniq"
    )
