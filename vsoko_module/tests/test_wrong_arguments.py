import inspect
import math
import traceback

from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import tagged

from .test_public_methods import ReviewedCase, reviewed_methods

WRONG = (
    None,
    True,
    "x",
    "a\0b",
    "",
    0,
    -5,
    10**30,
    1.5,
    math.nan,
    [],
    ["x"],
    [math.nan],
    [None],
    {},
    {"a": "\0"},
    {"class": "x", "works": [{}], "grade": [], "year": {}, "uses": 5},
    [{"id": "x", "scores": None}],
)
WRONG_IDS = (["x"], ["a\0b"], [-1], [0], [10**30], [math.nan], [None], [True], [[1]], [2**30], [])
ANSWERS = (UserError, AccessError)


@tagged("post_install", "-at_install")
class TestWrongArguments(ReviewedCase):
    """Whatever is sent to a public method, it answers in words and not with a fault.

    The calls are those of a superuser: no refusal for want of a right hides what is behind it.
    """

    def call(self, name, method, ids, arguments):
        """Call as a browser does; fail on whatever is not an answer in words."""
        function = getattr(type(self.env[name]), method)
        given = arguments if hasattr(function, "_api_model") else [ids, *arguments]
        try:
            with self.env.cr.savepoint():
                call_kw(self.env[name], method, given, {})
                self.env.flush_all()
        except ANSWERS:
            self.env.invalidate_all()
        except Exception as error:
            self.fail("".join(traceback.format_exception(error)))

    def parameters(self, name, method):
        signature = inspect.signature(getattr(type(self.env[name]), method))
        return list(signature.parameters.values())[1:]

    def methods(self):
        return [pair for pair in reviewed_methods() if not self.env[pair[0]]._abstract] + [
            pair for pair in reviewed_methods() if pair[0] in ("vsoko.dashboard", "vsoko.dynamics")
        ]

    def test_every_parameter_has_a_declared_type(self):
        for name, method in reviewed_methods():
            for one in self.parameters(name, method):
                with self.subTest(model=name, method=method):
                    self.assertIsNot(one.annotation, one.empty, one.name)

    def test_numbers_of_records(self):
        for name, method in self.methods():
            known = [self.arguments.get(one.name) for one in self.parameters(name, method)]
            for ids in WRONG_IDS:
                with self.subTest(model=name, method=method, ids=ids):
                    self.call(name, method, ids, known)

    def test_parameters(self):
        for name, method in self.methods():
            parameters = self.parameters(name, method)
            known = [self.arguments.get(one.name) for one in parameters]
            for place in range(len(parameters)):
                for value in WRONG:
                    with self.subTest(model=name, method=method, place=place, value=value):
                        given = [*known[:place], value, *known[place + 1 :]]
                        self.call(name, method, self.records(name).ids, given)

    def test_too_many_and_too_few(self):
        for name, method in self.methods():
            ids = self.records(name).ids
            for given in ([1] * 9, []) if self.parameters(name, method) else ([1],):
                with self.subTest(model=name, method=method, given=given):
                    self.call(name, method, ids, given)
