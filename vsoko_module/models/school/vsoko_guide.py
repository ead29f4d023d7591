from odoo import api, models
from odoo.tools import file_open, ormcache

from ...tools.guide import markdown, sections

FILE = "vsoko_module/static/guide/guide.md"
OURS = "odoo.addons.vsoko_module"
FOLDERS = ("models", "wizard")


class VsokoGuide(models.AbstractModel):
    """The user guide inside the program: the file that is also read outside of it."""

    _name = "vsoko.guide"
    _description = "User guide"

    @api.model
    @api.readonly
    def get_page(self, tag: str = "", model: str = ""):
        """Return the guide and where in it a page is told about.

        :param tag: of a client action, or ""
        :param model: that a list, form or report shows, or ""
        :return: {"sections": [{"title", "level", "html"}], "opened": title}; what belongs to none
            opens at the beginning
        """
        return {
            "sections": self._get_sections(),
            "opened": self._find_section(tag, model) or sections.BEGINNING,
        }

    @ormcache()
    def _get_sections(self):
        with file_open(FILE) as file:
            found = markdown.read(file.read())
        return [{"title": one.title, "level": one.level, "html": str(one.html)} for one in found]

    def _find_section(self, tag, model):
        """Return the title of the section about a page, None when it is no page of ours."""
        own = sections.PAGES.get(tag) or sections.MODELS.get(model)
        return own or (sections.of_room(self._get_room(model)) if model in self.env else None)

    def _get_room(self, model):
        """Return the room where a model is defined: `governance.routes`, "" for Odoo's own."""
        kinds = self.env.registry[model]._base_classes__
        # of a model's own classes the last one defines it; those of other models have a registry
        defined = [kind.__module__ for kind in kinds if getattr(kind, "pool", None) is None][-1]
        if not defined.startswith(OURS):
            return ""
        addon, folder, *rest = defined.removeprefix("odoo.addons.").split(".")
        is_room = addon == "vsoko_module" and folder in FOLDERS
        return ".".join(rest[:-1]) if is_room else addon
