from odoo import models

from ....tools.measures import disclosure, overlaps

NOBODY = frozenset()
# a few people to whom something happened cannot be told in a school of so many
LARGE = 10 * disclosure.THRESHOLD


class VsokoPublicationCollector(models.AbstractModel):
    """What is told of those few who came or left, or to whom something happened."""

    _inherit = "vsoko.publication.collector"

    def _spare_school(self, source, found, hidden_cells):
        """Return {part: hidden cells} with the number of those who are there in a large school.

        Another period, less this one, tells how many more or fewer there were: of a large school
        that is told anyway, see `_protect_events`. Then nothing below the school is, or it would
        be told where these few are.
        """
        present = source.periods[0]
        part = source.parts[0]
        whole = source.merged.key_of(source.number(present, part), "school")
        cells = found[part]
        is_by_others = "school" in hidden_cells[source.universe, present, part]
        if "school" not in cells or is_by_others or whole in source.sensitive:
            return found
        if not source.is_of_stocks or not self._is_large(source):
            return found
        return {part: frozenset(source.merged.keys[source.number(present, part)]) - {"school"}}

    def _is_large(self, source):
        """Whether so many are there that a few of them cannot be told."""
        there = {pile.person for pile in source.piles if source.periods[0] in pile.met}
        return len(there) >= LARGE

    def _protect_events(self, source, hidden_cells, history):
        """Return the cells in which a number of people to whom something happened is hidden.

        Came and left balance with those who are there, so all such numbers hide the same cells.
        The number of a large school is shown though it is small, as that of a share would be; then
        nothing below the school is, which would tell where these few are.
        """
        events = [measure for measure in source.measures if measure.is_event]
        present = source.periods[0]
        earlier = [history[present].hidden[measure.indicator.code] for measure in events]
        # who was there at the end of the term before is there at the start of this one
        before = self.env["vsoko.period"].browse(present)._get_previous().id
        hidden = NOBODY.union(
            *earlier,
            *(
                hidden_cells[source.universe, period, m.part]
                for period in (present, before)
                for m in events
            ),
        )
        found = hidden.union(*(self._protect_event(source, m, hidden, history) for m in events))
        if "school" in found - hidden and self._is_large(source):
            there = [pile for pile in source.piles if present in pile.met]
            return frozenset(cell for pile in there for cell in pile.cells) - {"school"}
        return found

    def _protect_event(self, source, event, hidden, history):
        """Return the hidden cells of an event, whose year is the sum of its terms."""
        facts = [
            overlaps.Fact(pile.cells, pile.person, parts, (0,), ())
            for pile in source.piles
            if (parts := self._get_places(source, pile, event.base))
        ]
        merged = overlaps.merge(facts, source.grades)
        code = event.indicator.code
        keys = {merged.key_of(0, cell) for cell in hidden}
        shown = set()
        for number, period in enumerate(source.periods):
            keys |= {merged.key_of(number, cell) for cell in history[period].hidden[code]}
            shown |= {merged.key_of(number, cell) for cell in history[period].shown[code]}
        found = disclosure.protect(merged.groups, merged.sums, keys - {None}, shown=shown - {None})
        return merged.cells_of(0, found)

    def _get_places(self, source, pile, base):
        """Return the places among the periods in which a pile meets a base."""
        return tuple(
            number
            for number, period in enumerate(source.periods)
            if period in pile.met and base in pile.met[period][1]
        )
