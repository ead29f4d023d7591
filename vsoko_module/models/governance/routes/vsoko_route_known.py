from odoo import api, models
from odoo.fields import Domain


class VsokoRoute(models.Model):
    """Whether a pupil has a route for this already: one is open at a time for one matter."""

    _inherit = "vsoko.route"

    @api.model
    def _get_known(self, students, rows, subjects=None, since=None):
        """Return {pupil: open routes that are an answer already}.

        Routes answer when they have all goals that a draft would have for the pupil, and those
        count that began on the day of the reason or later; where a draft would have no goals, a
        route of the subject that one may read does.

        :param rows: `vsoko.mastery` of what is not mastered
        :param subjects: what the question is about; None: about the pupil
        :param since: {pupil: day of the newest reason}; without a day any open route counts
        """
        open_routes = self._get_open_by_pupil(students)
        chosen = set(self._choose_goals(rows))
        known = {}
        for student in students:
            own = rows.filtered(lambda row, one=student: row.student_id == one)
            wanted = chosen & {self._get_key(row) for row in own}
            routes = open_routes[student]._get_answers(wanted, subjects)
            known[student] = routes._get_begun_since((since or {}).get(student))
        return known

    def _get_answers(self, wanted, subjects):
        if wanted:
            return self if wanted <= self._get_keys() else self.browse()
        return self._filtered_access("read").filtered(lambda route: route._is_about(subjects))

    def _is_about(self, subjects):
        about = self.subject_id | self.goal_ids.subject_id
        return not (subjects and about) or bool(about & subjects)

    def _get_begun_since(self, day):
        # As below: only the day is asked.
        return self.filtered(lambda route: not day or route.sudo().create_date.date() >= day)

    def _get_keys(self):
        # As below: only whether it is the same is asked.
        return {self._get_key(goal) for goal in self.sudo().goal_ids}

    def _get_open_by_pupil(self, students):
        # Whoever answers for it: the same pupil has no second route for the same. Who may not
        # read the route of somebody else hears that there is one.
        members = (
            self.env["vsoko.route.member"]
            .sudo()
            .search(
                Domain("student_id", "in", students.ids) & Domain("route_id.state", "!=", "closed")
            )
        )
        found = members.grouped("student_id")
        return {
            student: found.get(student, members.browse()).route_id.sudo(False)
            for student in students
        }

    def _leave_out_worked_on(self, rows):
        """Return the rows that no open route of the pupil has as a goal."""
        worked_on = {
            student: routes._get_keys()
            for student, routes in self._get_open_by_pupil(rows.student_id).items()
        }
        return rows.filtered(lambda row: self._get_key(row) not in worked_on[row.student_id])
