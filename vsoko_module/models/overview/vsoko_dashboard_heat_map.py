from odoo import api, models
from odoo.exceptions import MissingError
from odoo.fields import Domain

from ...tools.scopes import cell


class VsokoDashboard(models.AbstractModel):
    _inherit = "vsoko.dashboard"

    @api.model
    @api.readonly
    def get_heat_map(self, period_id: int, indicator_id: int | None = None):
        """Return an indicator by classes and subjects of a period.

        :return: {"indicator_id", "choices": ids of indicators with this breakdown, "subjects":
            [{"id", "name", "short_name"}], "rows": [{"id", "name", "total": figure or None,
            "cells": [figure or None]}], "totals": [figure or None] by subjects}; the whole is
            False when no indicator has this breakdown
        """
        period = self.env["vsoko.period"].browse(period_id).exists()
        if not period:
            raise MissingError(self.env._("The period does not exist any more."))
        framework = self.env["vsoko.framework"]._get_of_period(period)
        choices = self._get_heat_map_choices(framework)
        if not choices:
            return False
        chosen = choices.filtered(lambda i: i.id == indicator_id) or choices[:1]
        found = self.env["vsoko.indicator.value"]._read_figures(
            Domain("period_id", "=", period.id)
            & Domain("indicator_id", "=", chosen.id)
            & Domain("scope", "in", ("class", "subject", "class_subject"))
        )
        return {"indicator_id": chosen.id, "choices": choices.ids, **self._describe_map(found)}

    @api.model
    def _get_heat_map_choices(self, framework):
        """Return the indicators with figures by classes and subjects, the main ones first."""
        return framework.indicator_ids.filtered(
            lambda i: i.has_source and "class_subject" in i._get_scopes()
        ).sorted(lambda i: not i.is_main)

    @api.model
    def _describe_map(self, figures):
        described = {figure.cell: self._describe_figure(figure) for figure in figures}
        inner = [figure.keys for figure in figures if figure.scope == "class_subject"]
        classes = self.env["vsoko.class"].browse({keys["class_id"] for keys in inner})
        subjects = self.env["vsoko.subject"].browse({keys["subject_id"] for keys in inner})
        classes, subjects = classes.sorted("key"), subjects.sorted("sequence, name")

        def find(scope, **keys):
            return described.get(cell(scope, **keys))

        return {
            "subjects": [
                {"id": s.id, "name": s.name, "short_name": s.short_name or s.name} for s in subjects
            ],
            "rows": [
                {
                    "id": c.id,
                    "name": c.name,
                    "total": find("class", class_id=c.id),
                    "cells": [
                        find("class_subject", class_id=c.id, subject_id=s.id) for s in subjects
                    ],
                }
                for c in classes
            ],
            "totals": [find("subject", subject_id=s.id) for s in subjects],
        }
