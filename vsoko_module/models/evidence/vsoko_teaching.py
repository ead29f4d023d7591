from odoo import api, models

# what decides whose lessons they are
_DECISIVE = {"class_id", "subject_id", "teacher_id", "date_from", "date_to", "student_ids"}


class VsokoTeaching(models.Model):
    """Marks and results find their teacher anew whenever the load changes."""

    _inherit = "vsoko.teaching"

    @api.model_create_multi
    def create(self, vals_list):
        lessons = super().create(vals_list)
        self.env["vsoko.place.mixin"]._assign_of_lessons(lessons._get_pairs())
        return lessons

    def write(self, vals):
        if not _DECISIVE & vals.keys():
            return super().write(vals)
        pairs = self._get_pairs()
        result = super().write(vals)
        self.env["vsoko.place.mixin"]._assign_of_lessons(pairs | self._get_pairs())
        return result

    def _write_rows(self, changes):
        """Write ``[(lesson, values)]`` as `write` does, but find the teachers once for all."""
        lessons = self.union(*(lesson for lesson, _values in changes))
        pairs = lessons._get_pairs()
        with self._overlapping_on_the_way():
            for lesson, values in changes:
                super(VsokoTeaching, lesson).write(values)
        self.env["vsoko.place.mixin"]._assign_of_lessons(pairs | lessons._get_pairs())

    def unlink(self):
        pairs = self._get_pairs()
        result = super().unlink()
        self.env["vsoko.place.mixin"]._assign_of_lessons(pairs)
        return result

    def _get_pairs(self):
        return {(lesson.class_id.id, lesson.subject_id.id) for lesson in self}
