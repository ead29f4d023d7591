from collections import defaultdict
from datetime import timedelta

from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command, Domain

from ....tools.risks.mastery import is_early, shrunk_share
from .vsoko_route import MOST_GOALS

_NOTHING = (0, 0, "not_checked")


class VsokoRoute(models.Model):
    """The draft of a route from what is not mastered: goals, and steps of the bank by week."""

    _inherit = "vsoko.route"

    @api.model
    def _make_for(self, students, rows, kind="deficit", **about):
        """Open the route that these pupils have for this already, or make a draft.

        A pupil who has one is not put into another: a new one is made for the others alone.

        :param rows: `vsoko.mastery` of what is not mastered
        :param about: see `_get_known`; ``ground`` of a new draft
        """
        self.check_access("create")
        students.check_access("read")
        # whichever page shows a pupil, two presses about him follow one another
        students._take_turn()
        ground = about.pop("ground", None)
        known = self._get_known(students, rows, **about)
        waiting = students.filtered(lambda one: not known[one])
        if not waiting:
            return self.union(*known.values())._open_known()
        rows = self._leave_out_worked_on(rows.filtered(lambda row: row.student_id in waiting))
        route = self.create(self._prepare_draft(waiting, rows, kind, ground))
        route._add_steps()
        route._keep_start(rows)
        return route._open_records()

    def _open_known(self):
        readable = self._filtered_access("read")
        if not readable:
            raise UserError(self.env._("Somebody works on this problem already."))
        return readable._open_records()

    def _prepare_draft(self, students, rows, kind, ground):
        goals = self._choose_goals(rows)
        subject = rows.filtered(lambda row: self._get_key(row) in goals).subject_id
        names = [subject.name] if len(subject) == 1 else []
        return {
            "name": ": ".join([self._name_kind(kind), *names]),
            "kind": kind,
            "subject_id": subject.id if len(subject) == 1 else False,
            "company_id": students.company_id[:1].id,
            "ground": ground,
            "member_ids": [Command.create({"student_id": one.id}) for one in students],
            "goal_ids": [
                Command.create(
                    {"subject_id": subject_id, "content_id": content_id, "skill_id": skill_id}
                )
                for subject_id, content_id, skill_id in goals
            ],
        }

    def _name_kind(self, kind):
        return dict(self._fields["kind"]._description_selection(self.env))[kind]

    def _get_key(self, row):
        return row.subject_id.id, row.content_id.id, row.skill_id.id

    def _choose_goals(self, rows):
        """Return the keys of the goals: what most pupils have not mastered first, then the lowest
        share; what too few points judge is left out."""
        shares = defaultdict(list)
        for row, share in self._get_shares(rows).items():
            shares[self._get_key(row)].append(share)
        order = sorted(shares, key=lambda key: (-len(shares[key]), min(shares[key]), key))
        return order[:MOST_GOALS]

    def _get_shares(self, rows):
        """Return {row: share drawn to that of the class} of the rows that can be judged.

        Closed works judge, as they do when the route goes on; what they have not checked is judged
        by the points of the row, for whoever has chosen it.
        """
        # Only the share of the class is taken, of which every teacher of the class reads.
        closed = rows._get_closed()
        shares = _get_class_shares(closed)
        result = {}
        for row in rows:
            key = row._get_total_key()
            points, possible, _state = closed.get(key, (row.points, row.max_points, row.state))
            if not is_early(possible):
                share = shares.get(_leave_out_pupil(key), points / possible)
                result[row] = shrunk_share(points, possible, share)
        return result

    def _add_steps(self):
        """Add a step a week for each goal: a measure of the bank, or to explain and practise."""
        Measure = self.env["vsoko.measure"]
        vals = []
        for week, goal in enumerate(self.goal_ids, start=1):
            measure = Measure._find_for(self.kind, goal.subject_id, goal.content_id)
            step = {
                "route_id": self.id,
                "goal_id": goal.id,
                "date": self.date_start + timedelta(weeks=week),
                "measure_id": measure.id,
            }
            if not measure:
                step["name"] = self.env._(
                    "Explain again and practise: %(element)s", element=goal.display_name
                )
            vals.append(step)
        self.env["vsoko.route.step"].create(vals)

    def _keep_start(self, rows):
        """Keep where each pupil stands with each goal at the start."""
        for row, share in self._get_shares(rows).items():
            for goal in self.goal_ids:
                if self._get_key(row) == (goal.subject_id.id, goal.content_id.id, goal.skill_id.id):
                    # Progress is written by the program alone.
                    goal.sudo().progress_ids.filtered(
                        lambda one, row=row: one.student_id == row.student_id
                    ).start_percent = 100 * share


class VsokoStudent(models.Model):
    _inherit = "vsoko.student"

    def action_make_route(self):
        """Make the draft of a route of these pupils, from what they have not mastered."""
        return self._make_route()

    def _make_route(self, subjects=None, **about):
        if not self:
            raise UserError(self.env._("Say which pupils are meant."))
        domain = Domain("student_id", "in", self.ids) & Domain("tasks", ">", 0)
        domain &= Domain("year_id", "=", self.env["vsoko.route"]._default_year().id)
        if subjects:
            domain &= Domain("subject_id", "in", subjects.ids)
        rows = self.env["vsoko.mastery"].search(domain)._filter_not_reached()
        return self.env["vsoko.route"]._make_for(self, rows, subjects=subjects, **about)


class VsokoMastery(models.Model):
    _inherit = "vsoko.mastery"

    def action_make_route(self):
        """Make the draft of a route for the pupils of these rows: a group with one deficit."""
        rows = self.filtered("student_id")
        if not rows:
            raise UserError(self.env._("Choose rows of pupils."))
        return self.env["vsoko.route"]._make_for(rows.student_id, rows)

    def _filter_not_reached(self):
        """Return the rows that closed works judge as not achieved."""
        closed = self._get_closed()
        return self.filtered(
            lambda row: closed.get(row._get_total_key(), _NOTHING)[2] == "not_reached"
        )

    def _get_closed(self):
        """Return the sums of closed works for the classes and subjects of these rows."""
        return self.env["vsoko.element.total"]._get_closed(self.class_id, self.subject_id)

    def _get_total_key(self):
        kind = 0 if self.content_id else 1
        element = self.content_id.id or self.skill_id.id
        return self.class_id.id, self.subject_id.id, self.student_id.id, kind, element


class VsokoRisk(models.Model):
    _inherit = "vsoko.risk"

    def action_make_route(self):
        """Make the draft of a route of these pupils, with the reasons as its ground."""
        self.check_access("read")
        since = {risk.student_id: risk._get_newest_day() for risk in self}
        ground = self.reasons if len(self) == 1 else False
        return self.student_id._make_route(since=since, ground=ground)


class VsokoRiskReason(models.Model):
    _inherit = "vsoko.risk.reason"

    def action_make_route(self):
        """Make the draft of a route in the subject of the reason."""
        self.ensure_one()
        self.check_access("read")
        since = {self.student_id: self.date_from}
        return self.student_id._make_route(self.subject_id, since=since, ground=self.name)


def _get_class_shares(closed):
    """Return {(class, subject, kind, element): share of the points of all its pupils}."""
    sums = defaultdict(lambda: [0, 0])
    for key, (points, possible, _state) in closed.items():
        place = sums[_leave_out_pupil(key)]
        place[0] += points
        place[1] += possible
    return {place: points / possible for place, (points, possible) in sums.items() if possible}


def _leave_out_pupil(key):
    return key[:2] + key[3:]
