from functools import cached_property

from odoo import fields

from ...intake.loaders.resolver import Resolver


class FormContext:
    """What the lines of a form are judged and filled by; every list is read once.

    :param form: one form
    :param period: the period to fill it for, maybe empty
    """

    def __init__(self, form, period):
        self.env = form.env
        self.form = form
        self.period = period
        self.company = form.company_id or form.env.company

    @cached_property
    def book(self):
        return self.form._open_book()

    @cached_property
    def indicators(self):
        """``{code: indicator}`` in force at the end of the period, or today."""
        day = self.period.date_end or fields.Date.context_today(self.form)
        framework = self.env["vsoko.framework"]._get_in_force(day, self.company, self.period.kind)
        return {indicator.code: indicator for indicator in framework.indicator_ids}

    @cached_property
    def classes(self):
        """``{key of the name: id}`` of the classes of the year of the period."""
        return {school_class.key: school_class.id for school_class in self.period.year_id.class_ids}

    @cached_property
    def subjects(self):
        return Resolver(self.env, self.company).subjects
