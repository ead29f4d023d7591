from odoo import models
from odoo.fields import Command

from ..tools.demo.studies import STUDIES

_SHARES = ("share_2", "share_3", "share_4", "share_5")


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_studies(self, school, classes, subjects):
        """Create outside studies: figures of the bodies that held them, no results of pupils."""
        of_grade = {}
        for record, one in zip(classes, school.classes, strict=True):
            of_grade.setdefault((one.year, one.grade), []).append(record.id)
        self.env["vsoko.assessment"].create(
            [
                {
                    "type_id": self.env.ref(f"vsoko_module.assessment_type_{study.kind}").id,
                    "subject_id": subjects[study.subject].id,
                    "class_ids": [Command.set(of_grade[study.year, study.grade])],
                    "date": study.day,
                    "aggregate_ids": [
                        Command.create(self._prepare_returned(*group)) for group in study.groups
                    ],
                }
                for study in STUDIES
            ]
        )

    def _prepare_returned(self, level, name, participants, returned):
        """Return the figures of a group: shares of marks, or the share above a threshold."""
        shares = (
            dict(zip(_SHARES, returned, strict=True))
            if isinstance(returned, tuple)
            else {"basic": returned}
        )
        return {"level": level, "name": name, "participants": participants, **shares}
