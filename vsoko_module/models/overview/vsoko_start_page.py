from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import format_date

_SHOWN_ROWS = 6
# of a card whose rows stand in groups: so many groups, and rows of each
_SHOWN_GROUPS = 4
_SHOWN_OF_GROUP = 3

DIRECTOR = "vsoko_module.group_director"
ADMINISTRATION = "vsoko_module.group_administration"
TEACHER = "vsoko_module.group_teacher"
HEAD = "vsoko_module.group_association_head"
# what a closed school year has left undone waits for nobody
NOT_CLOSED = ("year_id.state", "!=", "closed")


class StartPress(NamedTuple):
    """What is done with a record from its row: an act of the record itself, with its guards.

    `get_ready` returns those of the shown records that lack nothing for it; the others say what
    they lack and open. The browser sends along the revision that the row was read with.
    """

    method: str
    title: str
    question: str
    get_ready: Callable


class StartCard(NamedTuple):
    """What one card of a start page lists, declared for those who work with it.

    `groups` are as `has_groups` reads them, "" for everybody who may read the model. `describe`
    gives {id: (text, is_late)} of the shown records in a constant number of queries. `method` is
    the public method of the model that opens a record, "" for its form; `action` the window action
    behind the card, "" for `<model>_action`. `whole` is a domain that the card is a part of.
    `group` gives the heading of a record, where the order keeps records of one heading together;
    such a card reads all its records, so they are few.
    """

    key: str
    model: str
    title: str
    empty: str
    domain: list
    describe: Callable
    groups: str = ""
    order: str | None = None
    method: str = ""
    action: str = ""
    whole: list | None = None
    press: StartPress | None = None
    group: Callable | None = None


class VsokoStartPage(models.AbstractModel):
    """What waits for the one who has signed in, as cards of one shape.

    A person with several roles sees the cards of all of them, each card once. Everything is read
    with the rights of the user: a card shows what the list behind it would show.
    """

    _name = "vsoko.start.page"
    _description = "Start page"

    @api.model
    @api.readonly
    def get_page(self):
        """Return what waits for the user.

        :return: {"cards": [{"key", "title", "empty", "count", "rows": [{"id", "name", "text",
            "is_late", "seen", "group"}], "whole", "press", "model", "method"}]}; a card of a model
            that the user does not read, or of a role that the user does not have, is not there.
            "seen" is [id, revision] of a row that may be pressed, else False; "group" is the
            heading of a row, "" without one
        """
        return {"cards": [self._show(card) for card in self._get_cards() if self._is_mine(card)]}

    @api.model
    @api.readonly
    def open_list(self, key: str):
        """Return the action that lists what a card counts: no other filter stands beside."""
        mine = (card for card in self._get_cards() if card.key == key and self._is_mine(card))
        card = next(mine, None)
        if not card:
            raise AccessError(self.env._("Your start page has no such card. Reload the page."))
        action = card.action or f"{card.model.replace('.', '_')}_action"
        return self._open_action(
            f"vsoko_module.{action}", card.title, domain=card.domain, context={}
        )

    @api.model
    def _get_cards(self):
        """Return the declared cards in the order of the page; later rooms add theirs."""
        return []

    @api.model
    def _is_mine(self, card):
        has_role = not card.groups or self.env.user.has_groups(card.groups)
        return has_role and self.env[card.model].has_access("read")

    @api.model
    def _show(self, card):
        Model = self.env[card.model]
        limit = None if card.group else _SHOWN_ROWS
        # with their fields: some models are queries, and rows that are read by their ids cost more
        records = Model.search_fetch(card.domain, limit=limit, order=card.order)
        is_all = not limit or len(records) < limit
        count = len(records) if is_all else Model.search_count(card.domain)
        if card.group:
            records = self._get_first_of_groups(card, records)
        return {
            "key": card.key,
            "title": card.title,
            "empty": card.empty,
            "count": count,
            "whole": self._tell_whole(card, count),
            "rows": self._show_rows(card, records),
            "press": card.press
            and {name: getattr(card.press, name) for name in ("method", "title", "question")},
            "model": card.model,
            "method": card.method,
        }

    @api.model
    def _get_first_of_groups(self, card, records):
        """Return the first rows of the first groups: no group hides the others."""
        groups = islice(records.grouped(card.group).values(), _SHOWN_GROUPS)
        return records.browse().union(*(group[:_SHOWN_OF_GROUP] for group in groups))

    @api.model
    def _show_rows(self, card, records):
        told = card.describe(records)
        ready = card.press.get_ready(records) if card.press else records.browse()
        return [
            {
                "id": record.id,
                "name": record.display_name,
                "text": told[record.id][0],
                "is_late": told[record.id][1],
                "seen": record in ready and [record.id, record.revision],
                "group": card.group(record) if card.group else "",
            }
            for record in records
        ]

    @api.model
    def _tell_whole(self, card, count):
        """Say of how many these are, where the card is a part and not all."""
        whole = 0 if card.whole is None else self.env[card.model].search_count(card.whole)
        return self.env._("of %(whole)s", whole=whole) if whole > count else ""

    @api.model
    def _get_today(self):
        """Return today as domains of cards carry it to the browser."""
        return fields.Date.to_string(fields.Date.context_today(self))

    @api.model
    def _tell_due(self, day, is_late=False):
        """Return (text, is_late) of what is due on a day; without a day there is no text."""
        if not day:
            return "", is_late
        return self.env._("due %(date)s", date=format_date(self.env, day)), is_late
