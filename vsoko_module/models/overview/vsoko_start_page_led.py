from odoo import api, models
from odoo.fields import Domain

from .vsoko_start_page import ADMINISTRATION, HEAD, StartCard

# whoever leads the school has the overview for this
LED = f"{HEAD},!{ADMINISTRATION}"


class VsokoStartPage(models.AbstractModel):
    """How the subjects of a methodical association stand, for its head."""

    _inherit = "vsoko.start.page"

    @api.model
    def _get_cards(self):
        """Return the cards with those of the subjects that the user leads."""
        cards = super()._get_cards()
        if not self.env.user.has_groups(LED):
            return cards
        return [*cards, *self._get_led_cards(self._get_shown_period())]

    @api.model
    def _get_led_cards(self, period):
        led = Domain("is_led", "=", True)
        main = (
            Domain("period_id", "in", period.ids)
            & Domain("scope", "=", "subject")
            & Domain("indicator_id.is_main", "=", True)
        )
        critical = period._get_critical_domain() & Domain("scope", "=", "class_subject")
        return [
            StartCard(
                "led_figures",
                "vsoko.indicator.value",
                self.env._("Main figures of my subjects"),
                self.env._("The subjects of your association have no figures in this period."),
                domain=list(main & led),
                describe=self._describe_figures,
                groups=LED,
                order="subject_id, indicator_id, id",
                group=lambda one: one.subject_id.name,
            ),
            StartCard(
                "led_classes",
                "vsoko.indicator.value",
                self.env._("Critical figures of classes in my subjects"),
                self.env._("No class has a critical figure in your subjects."),
                domain=list(critical & led),
                describe=self._describe_figures,
                groups=LED,
                order="subject_id, class_id, indicator_id, id",
                group=lambda one: f"{one.class_id.name}, {one.subject_id.name}",
            ),
        ]

    @api.model
    def _describe_figures(self, figures):
        """Tell the value, whom it is about, and the change where there is something to compare."""
        told = {}
        for one in figures:
            parts = [
                self.env._(
                    "%(value)s, people behind it: %(people)s",
                    value=one._format(one.value),
                    people=one.people,
                )
            ]
            if change := one._format_change():
                parts.append(self.env._("the change is %(change)s", change=change))
            told[one.id] = ", ".join(parts), False
        return told
