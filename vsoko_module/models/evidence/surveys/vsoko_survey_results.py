from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ....tools.measures.disclosure import SMALL, Group, protect
from ....tools.measures.school_tree import sums_of
from ....tools.reports.blocks import shown_blocks
from ....tools.reports.declaration import GIVEN, GIVEN_CHART
from ....tools.reports.frozen import Frozen
from ....tools.scopes import cell, scope_of
from ....tools.surveys import results
from ....tools.translation import _lt, translated
from .vsoko_survey_campaign import CLOSED

# the blocks of the page of a campaign and their titles
_BLOCKS = {
    "survey_response": _lt("Who has answered"),
    "survey_chart": _lt("Satisfaction by topics, %"),
    "survey_topics": _lt("Topics"),
    "survey_items": _lt("Questions"),
    "survey_classes": _lt("Topics by classes, %"),
}
_TALLIES = """
    SELECT own.id, option.item_id,
           count(*) FILTER (WHERE option.is_top AND NOT option.is_unsure),
           count(*) FILTER (WHERE NOT option.is_unsure),
           COALESCE(sum(option.points) FILTER (WHERE NOT option.is_unsure), 0),
           count(*) FILTER (WHERE option.is_unsure)
      FROM vsoko_survey_group own
      JOIN vsoko_survey_response response ON response.group_id = own.id
      JOIN vsoko_survey_response_item answer ON answer.response_id = response.id
      JOIN vsoko_survey_option option ON option.id = answer.option_id
     WHERE own.campaign_id = %s
     GROUP BY own.id, option.item_id
"""


class VsokoSurveyCampaign(models.Model):
    """Results: of groups with enough answers, and of nobody before the closing."""

    _inherit = "vsoko.survey.campaign"

    results_html = fields.Html(string="Results", compute="_compute_results_html", sanitize=False)
    text_ids = fields.One2many("vsoko.survey.text", "campaign_id", string="Own words")

    @api.depends("state")
    def _compute_results_html(self):
        for campaign in self:
            campaign.results_html = (
                campaign._prepare_results_html() if campaign.is_closed else False
            )

    def _prepare_results_html(self):
        given = self._get_results()
        frozen = Frozen({"given": given})
        blocks = [
            {
                "name": name,
                "kind": GIVEN_CHART if "shape" in given[name] else GIVEN,
                "title": translated(self.env._, title),
                "key": [0],
            }
            for name, title in _BLOCKS.items()
            if name in given
        ]
        return self.env["ir.qweb"]._render(
            "vsoko_module.report_vsoko_blocks",
            {"blocks": shown_blocks(frozen, blocks, self.env._)},
        )

    def _get_results(self):
        """Return ``{name: table or chart}`` of `tools.surveys.results`; closed campaigns only."""
        self.ensure_one()
        self.check_access("read")
        if not self.is_closed:
            raise UserError(
                self.env._("The results are seen after the closing, by nobody before it.")
            )
        return results.given(self._make_results(), self.env._)

    def _make_results(self):
        tallies = self._get_tallies()
        answered = {group: group.answered for group in self.group_ids}
        hidden = self._get_hidden(answered)
        is_shown = cell("school") not in hidden and sum(answered.values()) >= self.min_group
        shown = [group for group in self.group_ids if group._get_cell() not in hidden]
        by_class = self._is_by_class()
        return results.SurveyResults(
            groups=[(group.name, group.expected, answered[group]) for group in self.group_ids],
            items=self._make_items(tallies) if is_shown else [],
            classes=self._make_classes(shown, tallies) if is_shown and by_class else {},
            is_shown=is_shown,
            hidden=sum(bool(answered[g]) and g not in shown for g in self.group_ids),
            least=self.min_group,
        )

    def _get_tallies(self):
        """Return {(group, item): Tally} of the answers of a closed campaign."""
        self.env.flush_all()
        Group_, Item = self.env["vsoko.survey.group"], self.env["vsoko.survey.item"]
        return {
            (Group_.browse(group), Item.browse(item)): results.Tally(*counts)
            for group, item, *counts in self.env.execute_query(SQL(_TALLIES, self.id))
        }

    def _get_code_tallies(self):
        """Return {code of an item: Tally} of a closed campaign that shows its answers."""
        self.ensure_one()
        self.check_access("read")
        if not self.is_closed or self.answered < self.min_group:
            return {}
        return self._add_up(self._get_tallies(), lambda item: item.code)

    def _add_up(self, tallies, key):
        """Return {key of the item: Tally} over all groups."""
        whole = {}
        for (_group, item), tally in tallies.items():
            whole[key(item)] = whole.get(key(item), results.Tally()) + tally
        return whole

    def _make_items(self, tallies):
        whole = self._add_up(tallies, lambda item: item)
        previous = self._get_previous_tallies()
        names = self._get_topic_names()
        return [
            results.Item(
                item.name,
                names[item.topic],
                whole.get(item, results.Tally()),
                previous.get((item.code, item.sign)),
            )
            for item in self.item_ids
            if item.kind == "choice"
        ]

    def _make_classes(self, groups, tallies):
        names = self._get_topic_names()
        found = {group: {} for group in groups}
        for (group, item), tally in tallies.items():
            if group in found:
                topics = found[group]
                topic = names[item.topic]
                topics[topic] = topics.get(topic, results.Tally()) + tally
        return {group.name: topics for group, topics in found.items() if topics}

    def _get_topic_names(self):
        return dict(self.item_ids._fields["topic"]._description_selection(self.env))

    def _get_previous_tallies(self):
        """Return {(code, sign) of an item: Tally} of the last closed campaign of the same people
        in an earlier school year; a school that shows too few answers is no comparison."""
        earlier = self.search(
            [
                ("company_id", "=", self.company_id.id),
                ("audience", "=", self.audience),
                ("state", "in", CLOSED),
                ("year_id.date_start", "<", self.year_id.date_start),
                ("item_ids.code", "in", self.item_ids.mapped("code")),
            ],
            order="date_start desc, id desc",
            limit=1,
        )
        if not earlier or earlier.answered < earlier.min_group:
            return {}
        return self._add_up(earlier._get_tallies(), lambda item: (item.code, item.sign))

    def _get_hidden(self, answered):
        """Return the cells (school, levels, grades, classes) whose answers are shown to nobody.

        :param answered: {group: how many have answered}
        """
        people, grades = {}, {}
        for group, count in answered.items():
            if group.class_id:
                grades[group.class_id.id] = group.class_id.grade
            for name in group._get_cells():
                people[name] = people.get(name, 0) + count
        small = {name for name, count in people.items() if 0 < count < self.min_group}
        groups = {
            name: Group(count, unit=name if scope_of(name) == "class" else None)
            for name, count in people.items()
        }
        sums = sums_of(list(groups), grades)
        return protect(groups, sums, sensitive=frozenset(small))

    def _find_shown(self):
        """Store on each group by which breakdowns figures may count its answers.

        A teacher reads figures of the own class, so a class needs ten answers there.
        """
        answered = {group: group.answered for group in self.group_ids}
        hidden = self._get_hidden(answered)
        enough = sum(answered.values()) >= self.min_group
        for group, count in answered.items():
            shown = [enough and name not in hidden for name in group._get_cells()]
            names = ("in_school", "in_level", "in_grade", "in_class")
            vals = dict(zip(names, shown, strict=False))
            vals["in_class"] = vals.get("in_class", False) and count >= SMALL
            group._store_shown(vals)


class VsokoSurveyGroup(models.Model):
    _inherit = "vsoko.survey.group"

    def _get_cells(self):
        """Return the cells that the group is in, from the school down to the class."""
        self.ensure_one()
        if not self.class_id:
            return [cell("school")]
        school_class = self.class_id
        return [
            cell("school"),
            cell("level", level=school_class.level),
            cell("grade", grade=school_class.grade),
            cell("class", class_id=school_class.id),
        ]

    def _get_cell(self):
        return self._get_cells()[-1]

    def _store_shown(self, vals):
        with self.campaign_id._past_lock():
            # The closing was checked; these marks are the program's own.
            self.sudo().write(vals)
