from odoo import models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ....tools import ratings

# the sources whose facts are told apart by codes of records: the fields of a fact that hold the
# code and the record, and the model
CODED = {
    "data_value": ("element_code", "element_id", "vsoko.data.element"),
    "observation": ("rubric_code", "rubric_id", "vsoko.rubric"),
}


class VsokoIndicator(models.Model):
    """What the law bars from ratings, at any depth of a formula and under any name."""

    _inherit = "vsoko.indicator"

    def _check_lawful(self):
        """Raise ValidationError when one of the indicators may not enter a rating."""
        for indicator in self:
            barred = indicator._find_unlawful()
            if barred:
                raise ValidationError(indicator._get_barred_text(barred))

    def _find_unlawful(self):
        """Return what may not enter a rating of all that the indicator rests on."""
        return self._get_beneath().filtered(lambda one: one._is_barred())

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
        """Whether the indicator is closed to ratings, or says by its words that it should be."""
        if not self.rating_allowed:
            return True
        words = [self.name, self.short_name, self.code, self.description]
        return bool(ratings.find_diagnostics(*words, *self._get_words_of_facts()))

    def _get_words_of_facts(self):
        """Return what is said of the elements of forms, or the rubrics, whose values are
        counted."""
        if self.kind != "measure" or self.source not in CODED:
            return []
        code, record, model = CODED[self.source]
        asked = [
            _asked(condition, code, record)
            for condition in self._get_counted_domain().iter_conditions()
        ]
        # What it is called decides, whatever the user reads of it.
        named = self.env[model].sudo().with_context(active_test=False)
        return named.search(Domain.OR(filter(None, asked)))._get_told()


class VsokoDataElement(models.Model):
    _inherit = "vsoko.data.element"

    def _get_told(self):
        """Return all that is said of the elements, of those that they are counted of, and of the
        forms that ask for them."""
        elements, waiting = self.browse(), self
        while waiting:
            elements |= waiting
            waiting = waiting.numerator_id | waiting.denominator_id | waiting.base_id
            waiting -= elements
        told = [
            text
            for element in elements
            for text in (element.code, element.name, element.help, element.origin)
        ]
        sections = self.env["vsoko.data.section"].search([("element_ids", "in", elements.ids)])
        for section in sections:
            told += [section.name, section.note, section.set_id.name, section.set_id.note]
        return [text for text in told if text]


class VsokoRubric(models.Model):
    _inherit = "vsoko.rubric"

    def _get_told(self):
        """Return all that is said of the rubrics and of their criteria."""
        told = [text for one in self for text in (one.code, one.name, one.purpose, one.origin)]
        return [*filter(None, told), *self.criterion_ids.mapped("name")]


def _asked(condition, code, record):
    """The condition on facts as one on the records that they are of; None where it is about
    something else, or leaves records out.

    :param code, record: the fields of a fact that hold the code of the record and the record
    """
    path, operator, value = condition.field_expr, condition.operator, condition.value
    if operator.startswith(("not", "!")):
        return None
    if path == code:
        return Domain("code", operator, value)
    return Domain("id", operator, value) if path == record else None
