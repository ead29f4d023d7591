import re

import psycopg2

from odoo import api, models
from odoo.exceptions import ValidationError
from odoo.tools import mute_logger

from ...tools import conditions, formula
from .engine import plan_sql

# a word, or the number of a row of an official form and its share
CODE = r"[a-z][a-z0-9_]*|[0-9]+(\.[0-9]+)*%?"


class VsokoIndicator(models.Model):
    """What an indicator must be to be counted: its code, source, conditions and formula."""

    _inherit = "vsoko.indicator"

    @api.constrains("code")
    def _check_code(self):
        for indicator in self:
            if not re.fullmatch(CODE, indicator.code):
                raise ValidationError(
                    self.env._(
                        "The code “%(code)s” must begin with a small Latin letter and hold only"
                        " small Latin letters, digits and _, or be the number of a row of an"
                        " official form: 1.5, or 1.5%% for its share.",
                        code=indicator.code,
                    )
                )

    @api.constrains("kind", "source", "aggregate", "value_field")
    def _check_measure(self):
        for indicator in self.filtered(lambda i: i.kind == "measure" and i.source):
            fact = indicator._get_fact_model()
            field = fact._fields.get(indicator.value_field or "")
            needs_field = indicator.aggregate in ("sum", "average")
            if needs_field and (field is None or field.type not in ("integer", "float")):
                raise ValidationError(
                    self.env._(
                        "Indicator %(code)s: choose a numeric field of the source to be counted.",
                        code=indicator.code,
                    )
                )
            if indicator.aggregate == "degree_of_learning" and (
                "learning_points" not in fact._fields
            ):
                raise ValidationError(
                    self.env._(
                        "Indicator %(code)s: this source has no points of learning.",
                        code=indicator.code,
                    )
                )

    @api.constrains("kind", "source", "numerator_domain", "denominator_domain")
    def _check_domains(self):
        for indicator in self.filtered(lambda i: i.kind == "measure" and i.source):
            for name in ("numerator_domain", "denominator_domain"):
                try:
                    indicator._get_domain(name)
                except conditions.ConditionError as error:
                    raise ValidationError(
                        self.env._(
                            "Indicator %(code)s: the condition “%(condition)s” is not valid:"
                            " %(error)s.",
                            code=indicator.code,
                            condition=(indicator[name] or "")[: conditions.MOST_TEXT],
                            error=error.message(self.env._),
                        )
                    ) from error
        self._check_computable()

    def _check_computable(self):
        """Let the database plan the conditions of each source at once; raise when it cannot."""
        for source, indicators in (
            self.filtered(lambda i: i.kind == "measure" and i.source).grouped("source").items()
        ):
            try:
                with self.env.cr.savepoint(flush=False), mute_logger("odoo.sql_db"):
                    self.env.cr.execute(plan_sql(self.env[f"vsoko.fact.{source}"], indicators))
            except psycopg2.Error as error:
                raise ValidationError(
                    self.env._(
                        "The conditions of %(codes)s cannot be computed by the database.",
                        codes=", ".join(indicators.mapped("code")),
                    )
                ) from error

    @api.constrains("kind", "formula", "code", "framework_id")
    def _check_formula(self):
        for framework in self.framework_id:
            try:
                framework._get_formula_trees()
            except formula.FormulaError as error:
                raise ValidationError(error.message(self.env._)) from error

    @api.constrains("rating_allowed", "formula", "kind", "framework_id")
    def _check_rating(self):
        formulas = self.framework_id.indicator_ids.filtered(
            lambda i: i.kind == "formula" and i.formula and i.rating_allowed
        )
        for indicator in formulas:
            barred = indicator._get_barred()
            if barred:
                raise ValidationError(
                    self.env._(
                        "Indicator %(code)s rests on %(barred)s, which may not enter ratings.",
                        code=indicator.code,
                        barred=", ".join(barred.mapped("code")),
                    )
                )
