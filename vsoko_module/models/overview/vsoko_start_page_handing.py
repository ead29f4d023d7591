from odoo import api, models

from .vsoko_start_page import ADMINISTRATION, DIRECTOR, StartCard, StartPress


class VsokoStartPage(models.AbstractModel):
    """What the administration hands over and the director approves, of all models of this kind."""

    _inherit = "vsoko.start.page"

    @api.model
    @api.readonly
    def get_page(self):
        """Return the page with what is handed over.

        :return: as before, with "handed": how many records wait for the approval of this
            director, False for others; and "hand_over", False but for a deputy: {"ready":
            [{"model", "id", "name", "revision"}], "lacking": [{"name", "text"}]}
        """
        is_director = self.env.user.has_group(DIRECTOR)
        is_deputy = self.env.user.has_groups(f"{ADMINISTRATION},!{DIRECTOR}")
        return {
            **super().get_page(),
            "handed": is_director and self._count_handed(),
            "hand_over": is_deputy and self._get_hand_over(),
        }

    @api.model
    def _get_handed_models(self):
        return [self.env[name] for name in self.env["vsoko.handing.mixin"]._get_handed_models()]

    @api.model
    def _count_handed(self):
        return sum(
            Model.search_count([*Model._get_waiting_domain(), ("handed_date", "!=", False)])
            for Model in self._get_handed_models()
        )

    @api.model
    def _get_hand_over(self):
        ready, lacking = [], []
        for Model in self._get_handed_models():
            waiting = Model.search(Model._get_waiting_domain())
            told = waiting._tell_lacking()
            for one in waiting.filtered(lambda one: not one.is_handed):
                name = one.display_name
                if told[one.id]:
                    lacking.append({"name": name, "text": told[one.id]})
                else:
                    known = {"model": one._name, "id": one.id, "revision": one.revision}
                    ready.append({**known, "name": name})
        return {"ready": ready, "lacking": lacking}

    @api.model
    def _make_approval_card(self, key, model, title, empty, button, question, describe=None):
        """Return the card of the director over what waits for an approval, the handed over first.

        It lists what nobody has handed over, too: the director may approve it all the same.
        """
        return StartCard(
            key,
            model,
            title,
            empty,
            domain=self.env[model]._get_waiting_domain(),
            describe=describe or self._describe_waiting,
            groups=DIRECTOR,
            order="handed_date, id",
            press=StartPress(
                "action_approve", button, question, lambda records: records._get_ready()
            ),
        )

    @api.model
    def _describe_waiting(self, records, is_due=False):
        """Say what is missing before the approval and who has handed the record over.

        :param is_due: whether nothing should be missing any more
        """
        lacking = records._tell_lacking()
        return {
            one.id: (
                "; ".join(
                    [
                        lacking[one.id] or self.env._("nothing is missing"),
                        *filter(None, [one._tell_handing()]),
                    ]
                ),
                is_due and bool(lacking[one.id]),
            )
            for one in records
        }
