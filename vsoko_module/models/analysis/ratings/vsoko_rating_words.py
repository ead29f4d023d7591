from odoo import api, fields, models

from ...mixins.shown_figures import shown_text

# from the group that is spoken of first
ORDER = ("above", "among", "below")


class VsokoRating(models.Model):
    """What a rating says, in words: groups that can be told apart before any place."""

    _inherit = "vsoko.rating"

    summary = fields.Text(string="What it says", compute="_compute_summary")

    @api.depends("line_ids.group", "line_ids.reason", "mean", "variance", "state", "rosters_date")
    @api.depends_context("lang", "uid")
    def _compute_summary(self):
        for rating in self:
            told = rating._tell() if rating.line_ids else []
            rating.summary = "\n".join(filter(None, told)) or False

    def _tell(self):
        told = [self._tell_trial(), self._tell_order(), *self._tell_groups()]
        return [*told, self._tell_teachers()]

    def _tell_trial(self):
        if not self.is_listed or self.rosters_date:
            return None
        return self.env._("A trial: the lists of pupils are not checked yet.")

    def _tell_order(self):
        if self.variance is False:
            return self.env._("Fewer than three can be compared, so there are no places.")
        if not self.variance:
            return self.env._(
                "The differences are no more than chance makes them: there are no places, and an"
                " order would be one of luck."
            )
        return self.env._(
            "The common index is %(mean)s. Neighbours whose ranges of places overlap cannot be told"
            " apart.",
            mean=shown_text(self.env, self.mean, 1),
        )

    def _tell_groups(self):
        labels = dict(self.line_ids._fields["group"]._description_selection(self.env))
        groups = self.line_ids.grouped("group")
        told = [
            f"{labels[group]}: {', '.join(groups[group].mapped('cell_name'))}."
            for group in ORDER
            if group in groups
        ]
        without = self.line_ids.filtered(lambda line: not line.group)
        if without:
            names = ", ".join(without.mapped("cell_name"))
            told.append(self.env._("Not compared: %(names)s.", names=names))
        return told

    def _tell_teachers(self):
        if self.unit != "teacher":
            return None
        told = [self.env._("The level of a class is never the merit of its teacher alone.")]
        if "beside" in self.component_ids.mapped("mode"):
            told.append(
                self.env._(
                    "Marks beside other subjects of the same pupils also tell how strictly a"
                    " subject is marked: look at them over the years, not at one alone."
                )
            )
        return " ".join(told)


class VsokoRatingLine(models.Model):
    """Why a line stands where it stands, what would move it, and what the weights have to do
    with it."""

    _inherit = "vsoko.rating.line"

    explanation = fields.Text(string="Why this place", compute="_compute_explanation")
    robustness = fields.Text(string="How stable it is", compute="_compute_robustness")

    @api.depends("part_ids.contribution", "place", "reason", "index")
    @api.depends_context("lang")
    def _compute_explanation(self):
        for line in self:
            told = [line._tell_place(), *map(line._tell_part, line.part_ids), line._tell_gain()]
            line.explanation = "\n".join(filter(None, told))

    @api.depends("stability", "place_best", "place_worst", "low", "high", "error_from", "drawn")
    @api.depends_context("lang")
    def _compute_robustness(self):
        for line in self:
            told = [line._tell_interval(), line._tell_drawn(), line._tell_stability()]
            line.robustness = "\n".join(filter(None, told)) or False

    def _tell_place(self):
        if not self.place:
            reason = dict(self._fields["reason"]._description_selection(self.env))[self.reason]
            return self.env._("Without a place: %(reason)s.", reason=reason.lower())
        if self.place_low == self.place_high:
            return self.env._("Place %(place)s.", place=self.place)
        return self.env._(
            "Place %(place)s; as far as chance allows to say, from %(first)s to %(last)s.",
            place=self.place,
            first=self.place_low,
            last=self.place_high,
        )

    def _tell_part(self, part):
        component = part.component_id
        if part.value is False:
            return self.env._(
                "%(name)s: no data, its weight is shared by the rest.", name=component.display_name
            )
        return self.env._(
            "%(name)s: %(value)s gives %(points)s points of 100, with %(weight)s%% of the weight"
            " %(contribution)s of the index.",
            name=component.display_name,
            value=component._format(part.value),
            points=shown_text(self.env, part.normalised, 1),
            weight=shown_text(self.env, 100 * part.weight, 0),
            contribution=shown_text(self.env, part.contribution, 1),
        )

    def _tell_gain(self):
        part = self.part_ids.sorted("gain", reverse=True)[:1]
        if not part.gain:
            return self.index is not False and self.env._(
                "In no component does it lie below the middle of all."
            )
        return self.env._(
            "Most would move it: %(name)s. At the middle of all the index would be higher by"
            " %(gain)s.",
            name=part.component_id.display_name,
            gain=shown_text(self.env, part.gain, 1),
        )

    def _tell_interval(self):
        if self.index is False:
            return None
        numbers = {name: shown_text(self.env, self[name], 1) for name in ("index", "low", "high")}
        if self.error_from == "pupils":
            return self.env._(
                "The index %(index)s may by chance be anything from %(low)s to %(high)s: so it"
                " comes out when its pupils are drawn anew two hundred times.",
                **numbers,
            )
        return self.env._(
            "The index %(index)s may by chance be anything from %(low)s to %(high)s (about: that"
            " one pupil stands behind several components is left out).",
            **numbers,
        )

    def _tell_drawn(self):
        if self.drawn is False:
            return None
        return self.env._(
            "Without the part that chance explains on so few people it would be %(drawn)s.",
            drawn=shown_text(self.env, self.drawn, 1),
        )

    def _tell_stability(self):
        if self.stability is False:
            return None
        if self.place_best == self.place_worst:
            return self.env._(
                "By a thousand other weights and without any one component the place is the same."
            )
        return self.env._(
            "By %(kept)s%% of a thousand other weights the place stays within one; by other weights"
            " or without a component it is from %(best)s to %(worst)s.",
            kept=shown_text(self.env, self.stability, 0),
            best=self.place_best,
            worst=self.place_worst,
        )


class VsokoRatingComponent(models.Model):
    _inherit = "vsoko.rating.component"

    def _format(self, value):
        """Write a value of the component with its unit in the language of the user."""
        digits = {"progress": 1, "beside": 2}.get(self.mode, self.indicator_id.digits)
        text = shown_text(self.env, value, digits)
        is_percent = self.mode == "level" and self._is_share()
        return f"{text}\N{NO-BREAK SPACE}%" if is_percent else text
