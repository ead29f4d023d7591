from markupsafe import Markup

from odoo import models
from odoo.fields import Command
from odoo.modules import Manifest
from odoo.tools.convert import convert_file

from .vsoko_indicator import RULE_FIELDS

ADDON = "vsoko_module"
# a name space of external ids of its own: those of the addon belong to the school's system
NAMESPACE = f"{ADDON}_shipped"
# {kind of the periods of a system: (its external id, beginnings of its files)}
SHIPPED = {
    False: ("framework_regulation", ("data/vsoko_framework_data", "data/vsoko_indicator_")),
    "calendar_year": ("framework_1324", ("data/vsoko_framework_1324",)),
}
COMPARED = (*RULE_FIELDS, "scope_ids")
# what an indicator that was planned takes over when the program can compute it
TAKEN = (*COMPARED, "short_name", "description")


class VsokoFramework(models.Model):
    """What a newer release of the program brings into the school's own system of indicators.

    An update of the program leaves an approved system alone, so a school takes new indicators
    into a draft, by its own decision.
    """

    _inherit = "vsoko.framework"

    def action_take_shipped(self):
        """Add the shipped criteria and indicators that this draft does not have.

        What the draft has under the same code stays as it is, unless nothing counts it yet and
        the program now does; the note in the chatter names what was added, what is counted now and
        what the program defines in another way.
        """
        self.ensure_one()
        self.check_access("write")
        self._take_turn()
        self._check_unlocked()
        # Loading data files writes external ids, which is the system's business; the user may
        # write to this draft, and nothing but a copy for it is left of what was loaded.
        shipped = self.sudo()._load_shipped()
        added = shipped._copy_missing_to(self)
        counted = self._take_sources(shipped)
        note = self._prepare_shipped_note(added, counted, self._get_differing(shipped))
        shipped._remove()
        self.message_post(body=note)
        return self._toast(self.env._("Indicators added"), len(added))

    def _load_shipped(self):
        """Return a draft with the system of indicators as this release ships it."""
        idref = {}
        shipped, files = SHIPPED.get(self.period_kind) or SHIPPED[False]
        for name in Manifest.for_addon(ADDON)["data"]:
            if name.startswith(files):
                path = f"{ADDON}/{name}"
                convert_file(self.env, NAMESPACE, name, idref, mode="init", pathname=path)
        shipped = self.browse(idref[f"{NAMESPACE}.{shipped}"])
        shipped.company_id = self.company_id
        return shipped

    def _copy_missing_to(self, draft):
        """Copy what the draft has no code of; return the names of the new indicators."""
        known = set(draft.indicator_ids.mapped("code"))
        criteria = self.criterion_ids._copy_tree(draft)
        missing = self.indicator_ids.filtered(lambda indicator: indicator.code not in known)
        return missing._copy_to(draft, criteria).mapped("name")

    def _take_sources(self, shipped):
        """Define indicators that nothing counts as the program counts them; return their names."""
        theirs = {
            indicator.code: indicator for indicator in shipped.indicator_ids if indicator.has_source
        }
        silent = self.indicator_ids.filtered(
            lambda indicator: not indicator.has_source and indicator.code in theirs
        )
        for own in silent:
            source = theirs[own.code]
            own.write(
                {
                    **{
                        name: source._fields[name].convert_to_write(source[name], source)
                        for name in TAKEN
                    },
                    "band_ids": [Command.create(vals) for vals in source.band_ids.copy_data()]
                    if not own.band_ids
                    else [],
                }
            )
        return silent.mapped("name")

    def _get_differing(self, shipped):
        """Return the names of own indicators that the program defines in another way."""
        theirs = {indicator.code: indicator for indicator in shipped.indicator_ids}
        return [
            own.name
            for own in self.indicator_ids
            if own.code in theirs and any(own[name] != theirs[own.code][name] for name in COMPARED)
        ]

    def _remove(self):
        # by the ORM from the leaves up: it removes the external ids as well
        self.indicator_ids.band_ids.unlink()
        self.indicator_ids.unlink()
        self.criterion_ids.unlink()
        self.unlink()

    def _prepare_shipped_note(self, added, counted, differing):
        if not added and not counted and not differing:
            return self.env._("The program ships no other indicators than these.")
        parts = [
            (self.env._("Added from the program:"), added),
            (self.env._("Counted from now on:"), counted),
            (self.env._("Defined in another way by the program, left as they are:"), differing),
        ]
        return Markup().join(
            Markup("<p>%s</p><ul>%s</ul>")
            % (title, Markup().join(Markup("<li>%s</li>") % name for name in names))
            for title, names in parts
            if names
        )
