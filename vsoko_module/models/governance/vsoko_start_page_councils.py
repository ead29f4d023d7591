from odoo import api, models
from odoo.fields import Domain
from odoo.tools import format_datetime

from ..overview.vsoko_start_page import ADMINISTRATION, HEAD, StartCard
from .meetings.vsoko_meeting_attendance import OPEN_STATES as COMING

COUNCILS = "vsoko_module.group_pedagogical_council,vsoko_module.group_methodical_council"


class VsokoStartPage(models.AbstractModel):
    """What the councils of the user will discuss and have decided, and who is to learn what."""

    _inherit = "vsoko.start.page"

    @api.model
    def _get_cards(self):
        """Return the cards with those of meetings, proposals and directions of training."""
        return [
            *super()._get_cards(),
            *self._get_meeting_cards(),
            *self._get_proposal_cards(),
            self._get_training_card(),
            self._get_decided_card(),
        ]

    @api.model
    def _get_meeting_cards(self):
        mine = Domain("is_mine", "=", True)
        coming = mine & Domain("meeting_state", "in", COMING)
        return [
            StartCard(
                "meetings",
                "vsoko.meeting",
                self.env._("Meetings to come"),
                self.env._("No meeting of your councils is planned."),
                domain=list(mine & Domain("state", "in", COMING)),
                describe=self._describe_meetings,
                order="date_start, id",
            ),
            *(
                StartCard(
                    key,
                    "vsoko.meeting.item",
                    title,
                    empty,
                    domain=list(coming & part),
                    describe=describe,
                    groups=COUNCILS,
                    order="meeting_id, sequence, id",
                    group=lambda one: one.meeting_id.display_name,
                )
                for key, title, empty, part, describe in (
                    (
                        "agenda",
                        self.env._("Agenda of my councils"),
                        self.env._("The meetings to come have no questions yet."),
                        Domain.TRUE,
                        self._describe_items,
                    ),
                    (
                        "materials",
                        self.env._("Materials to read"),
                        self.env._("The questions to come have no materials yet."),
                        Domain("material_ids", "!=", False),
                        self._describe_materials,
                    ),
                )
            ),
        ]

    @api.model
    def _get_proposal_cards(self):
        to_answer = Domain("is_kept", "=", True) & Domain("state", "=", "new")
        own = Domain("author_id", "=", self.env.uid)
        return [
            StartCard(
                key,
                "vsoko.meeting.proposal",
                title,
                empty,
                domain=list(domain),
                describe=self._describe_proposals,
                order="id desc",
            )
            for key, title, empty, domain in (
                (
                    "proposals_to_answer",
                    self.env._("Proposals that wait for my answer"),
                    self.env._("No proposal to an agenda waits for your answer."),
                    to_answer,
                ),
                (
                    "proposals",
                    self.env._("My proposals to agendas"),
                    self.env._("You have proposed no question to a council."),
                    own,
                ),
            )
        ]

    @api.model
    def _get_training_card(self):
        return StartCard(
            "led_training",
            "vsoko.training.need",
            self.env._("What teachers of my association need to learn"),
            self.env._("No direction of training of your association is open."),
            domain=[("is_led", "=", True), ("date_to", "=", False)],
            describe=self._describe_needs,
            groups=f"{HEAD},!{ADMINISTRATION}",
            order="teacher_id, id",
            group=lambda one: one.teacher_id.name,
        )

    @api.model
    def _get_decided_card(self):
        return StartCard(
            "decided",
            "vsoko.resolution",
            self.env._("What my councils have decided"),
            self.env._("Your councils have decided nothing in this school year."),
            domain=[
                ("is_mine", "=", True),
                ("state", "!=", "draft"),
                ("meeting_id.year_id.state", "=", "current"),
            ],
            describe=self._describe_decided,
            groups=COUNCILS,
            order="meeting_id desc, sequence, id",
            group=lambda one: one.meeting_id.display_name,
        )

    @api.model
    def _describe_meetings(self, meetings):
        return {
            meeting.id: (
                self.env._(
                    "%(date)s, items of the agenda: %(count)s",
                    date=format_datetime(self.env, meeting.date_start, dt_format="short"),
                    count=len(meeting.item_ids),
                ),
                False,
            )
            for meeting in meetings
        }

    @api.model
    def _describe_items(self, items):
        kinds = dict(items._fields["kind"]._description_selection(self.env))
        return {
            item.id: (", ".join(filter(None, [kinds[item.kind], item.speaker])), False)
            for item in items
        }

    @api.model
    def _describe_materials(self, items):
        return {item.id: ("; ".join(item.material_ids.mapped("name")), False) for item in items}

    @api.model
    def _describe_proposals(self, proposals):
        states = dict(proposals._fields["state"]._description_selection(self.env))
        return {
            one.id: (", ".join(filter(None, [one.body_id.name, states[one.state]])), False)
            for one in proposals
        }

    @api.model
    def _describe_needs(self, needs):
        return {
            one.id: ((one.evidence or one.note or "").partition("\n")[0], False) for one in needs
        }

    @api.model
    def _describe_decided(self, resolutions):
        states = dict(resolutions._fields["state"]._description_selection(self.env))
        return {
            one.id: (
                ", ".join(
                    filter(
                        None, [states[one.state], one.outcome or self._tell_due(one.deadline)[0]]
                    )
                ),
                one.is_overdue,
            )
            for one in resolutions
        }
