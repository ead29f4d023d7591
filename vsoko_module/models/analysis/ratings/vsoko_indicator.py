from odoo import models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ....tools import ratings

# the sources whose facts are told apart by codes of records, and the field that holds the code
CODED = {
    "data_value": ("element_code", "vsoko.data.element"),
    "observation": ("rubric_code", "vsoko.rubric"),
}


class VsokoIndicator(models.Model):
    """What the law bars from ratings, at any depth of a formula and under any name."""

    _inherit = "vsoko.indicator"

    def _check_lawful(self):
        """Raise ValidationError when one of the indicators may not enter a rating."""
        for indicator in self:
            barred = indicator._get_beneath().filtered(lambda one: one._is_barred())
            if barred:
                raise ValidationError(indicator._get_barred_text(barred))

    def _get_barred_text(self, barred):
        if barred == self:
            return self.env._(
                "“%(name)s” may not enter a rating: by law the results of VPR, NIKO and other"
                " external diagnostics take no part in ratings and in pay, they are for diagnostics"
                " only.",
                name=self.name,
            )
        return self.env._(
            "“%(name)s” may not enter a rating: it rests on %(barred)s. By law the results of VPR,"
            " NIKO and other external diagnostics take no part in ratings and in pay, they are for"
            " diagnostics only.",
            name=self.name,
            barred=", ".join(barred.mapped("name")),
        )

    def _get_beneath(self):
        """Return the indicators with all that their formulas rest on."""
        seen, waiting = self.browse(), self
        while waiting:
            seen |= waiting
            formulas = waiting.filtered(lambda one: one.kind == "formula" and one.formula)
            waiting = self.browse().union(*(one._get_operands() for one in formulas)) - seen
        return seen

    def _is_barred(self):
        """Whether the indicator is closed to ratings, or says by its name that it should be."""
        if not self.rating_allowed:
            return True
        names = [self.name, self.short_name, self.code, *self._get_names_of_facts()]
        return any(ratings.is_barred_name(name) for name in names)

    def _get_names_of_facts(self):
        """Return the codes and names of the forms and sheets whose values are counted."""
        if self.kind != "measure" or self.source not in CODED:
            return []
        field, model = CODED[self.source]
        codes = {
            code
            for condition in self._get_counted_domain().iter_conditions()
            if condition.field_expr == field
            for code in _texts(condition.value)
        }
        named = self.env[model].search(Domain("code", "in", sorted(codes)))
        return [*codes, *named.mapped("name")]


def _texts(value):
    """The texts of the value of a condition: one, or several of a list."""
    return [value] if isinstance(value, str) else [one for one in value or () if one]
