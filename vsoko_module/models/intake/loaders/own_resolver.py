from functools import cached_property

from .resolver import Resolver


class OwnResolver(Resolver):
    """Names of the sheet of a work → pupils, for who may not see the whole school.

    Known are the own pupils and those whom the sheet of the work names to the user; nobody else.
    """

    def __init__(self, env, work):
        super().__init__(env, work.company_id)
        self._work = work

    def names(self, kind, ids):
        """As the sheet tells namesakes apart: who reads a result need not read the card."""
        if kind != "student":
            return super().names(kind, ids)
        names = self._work._get_pupil_names()
        others = super().names(kind, [key for key in ids if key not in names])
        return ", ".join(
            filter(None, [*(f"«{names[key]}»" for key in ids if key in names), others])
        )

    @cached_property
    def _remembered(self):
        # matches are chosen and kept by the administration
        return {}

    @cached_property
    def _enrolled(self):
        enrolled = super()._enrolled
        ids = {pupil_id for pupils in enrolled.values() for _class, pupil_id, *_rest in pupils}
        own = set(self.env["vsoko.student"].search([("id", "in", list(ids))]).ids)
        own |= self._work._get_named_pupils()
        for pupils in enrolled.values():
            pupils[:] = [pupil for pupil in pupils if pupil[1] in own]
        return enrolled
