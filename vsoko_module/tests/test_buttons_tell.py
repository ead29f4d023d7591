import ast
import inspect
import textwrap

from lxml import etree

from odoo.tests import TransactionCase, tagged

from .common import SchoolCase
from .fixtures import FixtureCase

VIEWS = ("form", "list", "kanban")
# what a method returns when the page only is read anew: nobody is told anything
MUTE_TYPES = ("ir.actions.act_window_close",)
MUTE_TAGS = ("soft_reload", "reload")
# helpers that return an action by their contract
OPENERS = ("_toast", "_open_action", "_open_records", "_open_address", "report_action")
# (model, method): why nothing has to be said
REVIEWED = {}


def object_buttons(arch, model, models_of):
    """``(model, method)`` of all buttons that call methods, lists inside forms included.

    :param models_of: function of a model and a field → the model behind the field
    """
    for node in arch:
        if node.tag == "field" and len(node):
            yield from object_buttons(node, models_of(model, node.get("name")) or model, models_of)
            continue
        if node.get("type") == "object" and node.get("name"):
            yield model, node.get("name")
        yield from object_buttons(node, model, models_of)


def returned(function):
    """The nodes of what a function returns, None where it ends without a word."""
    found, queue = [], list(function.body)
    while queue:
        node = queue.pop()
        if isinstance(node, ast.Return):
            found.append(node.value)
        elif not isinstance(node, (ast.FunctionDef, ast.Lambda)):
            queue += ast.iter_child_nodes(node)
    return found if _ends(function.body) else [*found, None]


def _ends(body):
    """Whether the last line of a body leaves the function on all its ways."""
    last = body[-1]
    if isinstance(last, ast.If):
        return bool(last.orelse) and _ends(last.body) and _ends(last.orelse)
    if isinstance(last, (ast.With, ast.Try)):
        return _ends(last.body)
    return isinstance(last, (ast.Return, ast.Raise))


class Teller:
    """Whether the method of a button opens something or says what it has done."""

    def __init__(self, registry):
        names = sorted(name for name in registry if name.startswith("vsoko."))
        self.registry = registry
        self.classes = [registry[name] for name in [*names, "survey.survey", "res.company"]]

    def tells(self, owner, method, after=None, seen=()):
        """:param after: class of the owner whose `super()` is asked for"""
        lineage = inspect.getmro(owner)
        if after:
            lineage = lineage[lineage.index(after) + 1 :]
        place = next((one for one in lineage if method in vars(one)), None)
        if (place, method) in seen:
            return True
        if not place or not inspect.isfunction(vars(place)[method]):
            return False
        function = ast.parse(textwrap.dedent(inspect.getsource(vars(place)[method]))).body[0]
        seen = (*seen, (place, method))
        values = returned(function)
        return all(self._says(value, function, owner, place, seen) for value in values)

    def _says(self, value, function, owner, place, seen):
        def say(node):
            return self._says(node, function, owner, place, seen)

        if isinstance(value, ast.IfExp):
            return say(value.body) and say(value.orelse)
        if isinstance(value, ast.BoolOp):
            return all(map(say, value.values))
        if isinstance(value, ast.BinOp):
            return say(value.left)
        if isinstance(value, ast.Dict):
            return self._is_action(value)
        if isinstance(value, ast.Name):
            assigned = [
                node.value
                for node in ast.walk(function)
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == value.id
            ]
            return bool(assigned) and all(map(say, assigned))
        if isinstance(value, ast.Call):
            return self._calls(value.func, owner, place, seen)
        return False

    def _is_action(self, value):
        try:
            known = ast.literal_eval(value)
        except ValueError:
            known = {
                key.value: getattr(node, "value", None)
                for key, node in zip(value.keys, value.values, strict=True)
                if isinstance(key, ast.Constant)
            }
        return known.get("type") not in (None, *MUTE_TYPES) and known.get("tag") not in MUTE_TAGS

    def _calls(self, called, owner, place, seen):
        if not isinstance(called, ast.Attribute):
            return False
        if called.attr in OPENERS:
            return True
        target = ast.unparse(called.value)
        if target == "super()":
            return self.tells(owner, called.attr, place, seen)
        if target == "self" and hasattr(owner, called.attr):
            return self.tells(owner, called.attr, None, seen)
        others = [one for one in self.classes if hasattr(one, called.attr)]
        return bool(others) and all(self.tells(one, called.attr, None, seen) for one in others)


@tagged("post_install", "-at_install")
class TestButtonsTell(FixtureCase, TransactionCase):
    """A button opens something, asks something, or says what it has done; none is silent."""

    def setUp(self):
        super().setUp()
        self.teller = Teller(self.env.registry)

    def buttons(self):
        views = self.env["ir.ui.view"].search(
            [("type", "in", VIEWS), ("inherit_id", "=", False), ("model", "!=", False)]
        )
        ours = views.filtered(lambda view: (view.xml_id or "").startswith("vsoko_module"))
        found = set()
        for view in ours:
            arch = etree.fromstring(view.get_combined_arch())
            found.update(object_buttons(arch, view.model, self.behind))
        return {(model, name) for model, name in found if model.startswith("vsoko.")}

    def behind(self, model, name):
        field = self.env[model]._fields.get(name) if model in self.env else None
        return field.comodel_name if field is not None else None

    def test_no_button_is_silent(self):
        buttons = self.buttons()
        self.assertGreater(len(buttons), 300)
        silent = {
            (model, name)
            for model, name in buttons
            if not self.teller.tells(self.env.registry[model], name)
        }
        self.assertEqual(silent, set(REVIEWED))

    def test_actions_of_the_menu_of_a_list_hand_on_what_they_say(self):
        actions = self.env["ir.actions.server"].search(
            [("state", "=", "code"), ("model_id.model", "like", "vsoko.%")]
        )
        ours = actions.filtered(lambda one: (one.xml_id or "").startswith("vsoko_module"))
        called = ours.filtered(lambda one: one.usage == "ir_actions_server")
        self.assertGreater(len(called), 3)
        deaf = [one.xml_id for one in called if not one.code.strip().startswith("action = ")]
        self.assertEqual(deaf, [])

    def test_a_silent_method_is_found(self):
        class Silent:
            def action_write(self):
                self.write({})

            def action_close(self):
                return {"type": "ir.actions.act_window_close"}

            def action_half(self):
                if self.ids:
                    return self._toast("Утверждено")
                self.write({})

            def action_say(self):
                return self._toast("Утверждено")

        class Later(Silent):
            def action_say(self):
                super().action_say()

            def action_half(self):
                told = self.action_say()
                return told

        told = {name: self.teller.tells(Silent, name) for name in vars(Silent) if name[0] == "a"}
        self.assertEqual([name for name, said in told.items() if said], ["action_say"])
        self.assertFalse(self.teller.tells(Later, "action_say"))
        self.assertFalse(self.teller.tells(Later, "action_half"))


@tagged("post_install", "-at_install")
class TestToast(SchoolCase):
    """What a button says: of one record with its name, of several with their number."""

    def test_one_record_is_named(self):
        params = self.year._toast("Утверждено")["params"]
        self.assertEqual(params["message"], "Утверждено")
        self.assertEqual((params["title"], params["type"]), (self.year.display_name, "success"))
        self.assertEqual(params["next"]["type"], "ir.actions.act_window_close")

    def test_several_records_are_counted(self):
        self.assertGreater(len(self.classes), 1)
        params = self.classes._toast("Утверждено")["params"]
        self.assertEqual(params["message"], f"Утверждено: {len(self.classes)}")
        self.assertNotIn("title", params)
        self.assertEqual(self.year._toast("Принято", 0)["params"]["message"], "Принято: 0")

    def test_what_is_gone_is_not_named(self):
        period = self.env["vsoko.class"].create(
            {"year_id": self.year.id, "grade": 11, "letter": "Ю"}
        )
        period.unlink()
        self.assertNotIn("title", period._toast("Снято")["params"])
        reloaded = self.year._toast("Найдено", reload=True)["params"]
        self.assertEqual(reloaded["next"]["tag"], "soft_reload")
