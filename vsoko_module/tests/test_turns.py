import inspect
import types

from odoo import models
from odoo.tests import tagged

from .fixtures import FixtureCase
from .test_public_methods import ADDON, public_methods

# whoever comes later is refused, waits, or begins anew and finds what the earlier one has made
TURNS = {
    "_lock",
    "_take_import_turn",
    "_take_turn",
    "_wait_for_turn",
    "lock_for_update",
    "try_lock_for_update",
}
MAKES = {"copy", "create"}
# buttons that make something without a turn, and why two clicks do no harm; what only changes the
# row of its record needs none: PostgreSQL lets the first of two changes of one row through
REVIEWED = {
    ("survey.survey", "action_vsoko_copy"): "one copy more is one to delete",
    ("vsoko.account.editor", "action_save"): "a login is unique",
    ("vsoko.assessment.reopen", "action_reopen"): "both write the state of the work",
    ("vsoko.framework.transfer", "action_load"): "one draft more is one to delete",
    ("vsoko.import", "action_arrange"): "columns are remembered once for the same headings",
    ("vsoko.import", "action_check"): "the file's remarks and its state are one change",
    ("vsoko.import", "action_recognise"): "as a check",
    ("vsoko.import", "action_settle"): "a page of questions, which is gone after a day",
    ("vsoko.import.issue", "action_match"): "a dialog: nothing is made before it is saved",
    ("vsoko.import.match", "action_remember"): "checks the file again",
    ("vsoko.import.settling", "action_apply"): "a text has one meaning in a school",
    ("vsoko.indicator.maker", "action_count"): "what it makes is taken back at once",
    ("vsoko.participant.entry", "action_save"): "a pupil has one code, a code one pupil",
    ("vsoko.publication", "action_refresh"): "both write the row of the publication",
    ("vsoko.teacher", "action_make_accounts"): "a login is unique",
    ("vsoko.teacher.change", "action_apply"): "both write the end of the lessons",
    ("vsoko.test.scale", "action_apply"): "a change of the borders writes the row of the test",
}


@tagged("post_install", "-at_install")
class TestTurns(FixtureCase):
    """A button that makes something makes it once, however often it is pressed at a time."""

    def test_every_button_that_makes_something_takes_a_turn(self):
        makers = {
            (model, button)
            for model, button in public_methods(self.env)
            if button.startswith("action_") and self.makes_without_a_turn(model, button)
        }
        self.assertEqual(makers, set(REVIEWED))

    def makes_without_a_turn(self, model, button):
        names = self.get_reached(model, button)
        return bool(names & MAKES) and not names & TURNS

    def get_reached(self, model, button):
        """Return the names of all methods that a button comes to through ours."""
        reached, waiting = set(), [(model, button)]
        while waiting:
            model, name = waiting.pop()
            for function in self.get_functions(model, name):
                for further in _get_names(function.__code__) - reached:
                    reached.add(further)
                    waiting += [(owner, further) for owner in self.get_owners(model, further)]
        return reached

    def get_owners(self, model, name):
        """Return the models whose method of ours it may be: this one, else any."""
        if hasattr(models.Model, name):
            return []
        if self.get_functions(model, name):
            return [model]
        ours = (one for one in self.env.registry if one.startswith("vsoko."))
        return [one for one in ours if self.get_functions(one, name)]

    def get_functions(self, model, name):
        found = (vars(kind).get(name) for kind in self.env.registry[model].mro())
        found = (inspect.unwrap(one) for one in found if inspect.isfunction(one))
        return [one for one in found if one.__module__.startswith(ADDON)]


def _get_names(code):
    """Return the names that code and the functions inside it ask for."""
    names = set(code.co_names)
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            names |= _get_names(inner)
    return names
