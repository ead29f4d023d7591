from odoo import models
from odoo.fields import Command

from ..tools.demo.school import TODAY
from ..tools.demo.staff_registers import make_staff_lines


class VsokoDemo(models.AbstractModel):
    _inherit = "vsoko.demo"

    def _create_staff_lines(self, school, teachers, subjects, users):
        """Fill the registers of staff, one batch each; the director has checked most lines."""
        tags = {tag.code: tag.id for tag in self.env["vsoko.staff.course.tag"].search([])}
        director = users["director"]
        by_register = {}
        for line in make_staff_lines(school, TODAY):
            by_register.setdefault(line.register, []).append(line)
        for register, lines in by_register.items():
            records = self.env[f"vsoko.staff.{register}"].create(
                [self._prepare_staff_line(line, teachers, subjects, tags) for line in lines]
            )
            checked = records.browse(
                record.id for record, line in zip(records, lines, strict=True) if line.is_checked
            )
            others = checked.filtered(lambda line: line.teacher_id.user_id != director)
            others.with_user(director).action_check()

    def _prepare_staff_line(self, line, teachers, subjects, tags):
        values = dict(line.values, teacher_id=teachers[line.teacher].id)
        if "subjects" in values:
            codes = values.pop("subjects")
            values["matches_subject_ids"] = [Command.set([subjects[code].id for code in codes])]
        if "tags" in values:
            values["tag_ids"] = [Command.set([tags[code] for code in values.pop("tags")])]
        return values
