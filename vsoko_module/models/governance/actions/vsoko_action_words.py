from odoo import api, fields, models

from ...mixins.shown_figures import shown_text


class VsokoAction(models.Model):
    """The effect in words: what has changed and whether chance explains it, never why."""

    _inherit = "vsoko.action"

    effect_text = fields.Text(string="What has become of it", compute="_compute_effect_text")

    @api.depends("verdict", "effect_date", "state", "target_period_id")
    @api.depends_context("lang")
    def _compute_effect_text(self):
        for action in self:
            sentences = action._tell_verdict() if action.verdict else [action._tell_waiting()]
            action.effect_text = "\n".join(filter(None, sentences))

    def _tell_waiting(self):
        """Say when the effect will be known."""
        if self.state == "proposed" or self.state in self._locked_states:
            return None
        if not (self.indicator_id and self.target_period_id):
            return self.env._(
                "No indicator and period are named, so no figure will show the effect."
            )
        return self.env._(
            "The effect will be counted when the measures are done and the figures of “%(period)s”"
            " are calculated.",
            period=self.target_period_id.display_name,
        )

    def _tell_verdict(self):
        return [
            self._tell_headline(),
            self._tell_figures(),
            self._tell_promise(),
            self._tell_expected(),
            self._tell_same_pupils(),
            self._tell_rest(),
        ]

    def _tell_headline(self):
        verdict = dict(self._fields["verdict"]._description_selection(self.env))[self.verdict]
        if self.verdict == "unknown":
            reasons = dict(self._fields["verdict_reason"]._description_selection(self.env))
            return f"{verdict}: {reasons[self.verdict_reason].lower()}."
        meanings = {
            "reached": self.env._("what was promised is there, and chance does not explain it"),
            "better": self.env._("it is better than chance explains"),
            "random": self.env._("so much also changes by itself"),
            "worse": self.env._("it is worse than chance explains"),
        }
        return f"{verdict}: {meanings[self.verdict]}."

    def _tell_figures(self):
        if self.value is False or self.value_after is False:
            return None
        return self.env._(
            "It was %(before)s, it is %(after)s.",
            before=self._describe_share(self.value, self.numerator, self.denominator),
            after=self._describe_share(
                self.value_after, self.numerator_after, self.denominator_after
            ),
        )

    def _tell_promise(self):
        if self.target is False:
            return None
        return self.env._("Promised: %(target)s.", target=self._format(self.target))

    def _tell_expected(self):
        if self.expected is False:
            return None
        return self.env._(
            "Without measures about %(expected)s was to be expected: figures of the weakest often"
            " rise by themselves, those of the best fall. The change is %(change)s; chance alone"
            " makes it anything from %(low)s to %(high)s.",
            expected=self._format(self.expected),
            change=self._format_change(self.value_after - self.value),
            low=self._format_change(self.change_low),
            high=self._format_change(self.change_high),
        )

    def _tell_same_pupils(self):
        if self.risen is False:
            return None
        return self.env._(
            "Of the same pupils %(risen)s have come into the counted part and %(fallen)s have left"
            " it.",
            risen=self.risen,
            fallen=self.fallen,
        )

    def _tell_rest(self):
        if self.rest_change is False:
            return None
        own = self.value_after - self.value
        return self.env._(
            "The rest of the school has changed by %(rest)s; the difference is %(difference)s.",
            rest=self._format_change(self.rest_change),
            difference=self._format_change(own - self.rest_change),
        )

    def _format_change(self, number):
        """Write percentage points with their sign."""
        text = shown_text(self.env, number, self.digits).replace("-", "\N{MINUS SIGN}")
        sign = "+" if number > 0 else ""
        return self.env._("%(number)s p.p.", number=f"{sign}{text}")
