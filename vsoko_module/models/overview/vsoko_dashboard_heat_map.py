from odoo import api, models
from odoo.exceptions import MissingError


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
        framework = self.env["vsoko.framework"]._get_in_force(period.date_end, period.company_id)
        choices = self._get_heat_map_choices(framework)
        if not choices:
            return False
        chosen = choices.filtered(lambda i: i.id == indicator_id) or choices[:1]
        found = self.env["vsoko.indicator.value"].search(
            [
                ("period_id", "=", period.id),
                ("indicator_id", "=", chosen.id),
                ("scope", "in", ("class", "subject", "class_subject")),
            ]
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
        described = {
            (figure.class_id, figure.subject_id): self._describe_figure(figure)
            for figure in figures
        }
        inner = figures.filtered(lambda figure: figure.scope == "class_subject")
        classes = inner.class_id.sorted("key")
        subjects = inner.subject_id.sorted("sequence, name")
        nothing = subjects.browse(), classes.browse()
        return {
            "subjects": [
                {"id": s.id, "name": s.name, "short_name": s.short_name or s.name} for s in subjects
            ],
            "rows": [
                {
                    "id": c.id,
                    "name": c.name,
                    "total": described.get((c, nothing[0])),
                    "cells": [described.get((c, subject)) for subject in subjects],
                }
                for c in classes
            ],
            "totals": [described.get((nothing[1], subject)) for subject in subjects],
        }
