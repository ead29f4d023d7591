from odoo import api, models

# what decides in which class a pupil is on a day
_DECISIVE = {"student_id", "class_id", "date_from", "date_to"}


class VsokoEnrolment(models.Model):
    """Marks and results find their class and teacher anew whenever a pupil moves."""

    _inherit = "vsoko.enrolment"

    @api.model_create_multi
    def create(self, vals_list):
        stays = super().create(vals_list)
        self.env["vsoko.place.mixin"]._assign_of_students(stays.student_id.ids)
        return stays

    def write(self, vals):
        if not _DECISIVE & vals.keys():
            return super().write(vals)
        students = self.student_id
        result = super().write(vals)
        self.env["vsoko.place.mixin"]._assign_of_students((students | self.student_id).ids)
        return result

    def _write_rows(self, changes):
        """Write ``[(stay, values)]`` as `write` does, but find the places once for all."""
        stays = self.union(*(stay for stay, _values in changes))
        students = stays.student_id
        with self._overlapping_on_the_way():
            for stay, values in changes:
                super(VsokoEnrolment, stay).write(values)
        self.env["vsoko.place.mixin"]._assign_of_students((students | stays.student_id).ids)

    def unlink(self):
        students = self.student_id
        result = super().unlink()
        self.env["vsoko.place.mixin"]._assign_of_students(students.ids)
        return result
