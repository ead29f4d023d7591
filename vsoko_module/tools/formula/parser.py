"""Text of a formula → checked tree.

Grammar, from the loosest to the tightest::

    formula    = expression
    expression = expression "or" expression | expression "and" expression | "not" expression
               | sum (("=" | "<>" | "!=" | "<" | "<=" | ">" | ">=") sum)?
    sum        = sum ("+" | "-") sum | sum ("*" | "/") sum | "-" sum | atom
    atom       = number | code | "[" any code "]" | function "(" arguments ")" | "(" expression ")"

A fraction has a dot, arguments are separated by a comma. Function names and the words ``and``,
``or``, ``not`` are read in any case; codes are read as written.
"""

from decimal import Decimal

from . import habits
from .errors import FormulaError
from .functions import FUNCTIONS, Lag
from .lexer import tokenize
from .nodes import Apply, Number, Reference, Type
from .numeric import LIMIT, SCALE
from .operators import AND, COMPARISONS, DIVIDED, MINUS, NEGATIVE, NOT, OR, PLUS, TIMES

MAX_DEPTH = 64

_NOT_POWER = 3
_COMPARISON_POWER = 4
_SIGN_POWER = 7
_INFIX = {
    "or": (1, OR),
    "and": (2, AND),
    **{name: (_COMPARISON_POWER, operation) for name, operation in COMPARISONS.items()},
    "+": (5, PLUS),
    "-": (5, MINUS),
    "*": (6, TIMES),
    "/": (6, DIVIDED),
}


def parse(text, codes=None):
    """Checked tree of a formula that gives a number.

    :param text: the formula as people write it
    :param codes: known codes, or {code: name} so that a name can be answered with its code; None
        accepts every code
    :raise FormulaError: with the code of the error and its place; never anything else
    """
    parser = _Parser(tokenize(text), codes)
    tree = parser.expression(0)
    parser.finish()
    _check_type(tree, Type.NUMBER)
    return tree


class _Parser:
    """Precedence climbing over the tokens of one formula."""

    def __init__(self, tokens, codes):
        self.tokens = tokens
        self.codes = codes
        self.index = 0
        self.nesting = 0

    @property
    def current(self):
        return self.tokens[self.index]

    def advance(self):
        token = self.current
        self.index += 1
        return token

    def take(self, sign):
        """Consume ``sign`` if it comes next."""
        if self.current.kind == "sign" and self.current.text == sign:
            return self.advance()
        return None

    def expect(self, sign):
        if not self.take(sign):
            raise self.unexpected()

    def unexpected(self):
        token = self.current
        if token.kind == "end":
            return FormulaError("unexpected_end", token.position)
        if token.text == "," and self.tokens[self.index - 1].kind == "number":
            return FormulaError("decimal_comma", token.position)
        if token.text == ";":
            return FormulaError("semicolon", token.position)
        if word := habits.WORDS.get(token.text.lower()):
            return FormulaError("russian_word", token.position, word=token.text, name=word)
        return FormulaError("unexpected_symbol", token.position, symbol=token.text)

    def finish(self):
        if self.current.kind != "end":
            raise self.unexpected()

    def expression(self, power):
        """Operators that bind tighter than ``power``, from the current token on."""
        left = self.prefix()
        while True:
            token = self.current
            own_power, operation = self.infix(token)
            if own_power <= power:
                return left
            self.advance()
            right = self.expression(own_power)
            left = self.apply(operation, (left, right), token.position)
            if own_power == _COMPARISON_POWER and self.infix(self.current)[0] == own_power:
                raise self.unexpected()

    def infix(self, token):
        if token.kind in ("sign", "word"):
            return _INFIX.get(token.text, (0, None))
        return 0, None

    def prefix(self):
        token = self.current
        if token.kind == "word" and token.text == "not":
            return self.unary(NOT, _NOT_POWER)
        if token.kind == "sign" and token.text == "-":
            return self.unary(NEGATIVE, _SIGN_POWER)
        return self.atom()

    def unary(self, operation, power):
        position = self.advance().position
        argument = self.nested(lambda: self.expression(power), position)
        return self.apply(operation, (argument,), position)

    def atom(self):
        token = self.current
        if token.kind == "number":
            return _number(self.advance())
        if token.kind == "code":
            return self.reference(self.advance())
        if token.kind == "name" and token.text.lower() in habits.WORDS:
            raise self.unexpected()
        if token.kind == "name":
            self.advance()
            called = self.take("(")
            return self.call(token) if called else self.reference(token)
        self.expect("(")
        tree = self.nested(lambda: self.expression(0), token.position)
        self.expect(")")
        return tree

    def nested(self, inner, position):
        """Run ``inner`` one level deeper; the limit keeps Python's own stack safe."""
        self.nesting += 1
        if self.nesting > MAX_DEPTH:
            raise FormulaError("too_deep", position, limit=MAX_DEPTH)
        result = inner()
        self.nesting -= 1
        return result

    def reference(self, token):
        if self.codes is not None and token.text not in self.codes:
            close = habits.close_codes(token.text, self.codes)
            raise FormulaError("unknown_code", token.position, name=token.text, close=close)
        return Reference(token.text, position=token.position)

    def call(self, token):
        function = FUNCTIONS.get(token.text.lower())
        if function is None:
            close = habits.close_functions(token.text, FUNCTIONS)
            raise FormulaError("unknown_function", token.position, name=token.text, close=close)
        start = self.index
        arguments = self.nested(self.arguments, token.position)
        self.check_arity(function, arguments, token.position, start)
        if isinstance(function, Lag):
            return function.reference(arguments, token.position)
        return self.apply(function, arguments, token.position)

    def check_arity(self, function, arguments, position, start):
        """Raise FormulaError for a wrong number of arguments, or for the fraction with a comma
        among the tokens from `start` on that makes one too many."""
        given = len(arguments)
        if given >= function.least and (function.most is None or given <= function.most):
            return
        comma = habits.decimal_comma(self.tokens[start : self.index])
        if comma:
            raise FormulaError("decimal_comma", comma.position)
        raise FormulaError(
            "wrong_arity", position, name=function.name, given=given, expected=arity(function)
        )

    def arguments(self):
        if self.take(")"):
            return ()
        arguments = [self.expression(0)]
        while self.take(","):
            arguments.append(self.expression(0))
        self.expect(")")
        return tuple(arguments)

    def apply(self, operation, arguments, position):
        for index, argument in enumerate(arguments):
            _check_type(argument, operation.argument_type(index))
        operation.check(arguments, position)
        tree = Apply(operation, arguments, position)
        if tree.depth > MAX_DEPTH:
            raise FormulaError("too_deep", position, limit=MAX_DEPTH)
        return tree


def _number(token):
    value = Decimal(token.text)
    decimals = len(token.text.partition(".")[2])
    if value >= LIMIT or decimals > SCALE:
        raise FormulaError("number_out_of_range", token.position, number=token.text[:40])
    return Number(value, token.position)


def _check_type(tree, expected):
    if tree.type is not expected:
        raise FormulaError(f"{expected.value}_expected", tree.position)


def arity(operation):
    """Number of arguments as people read it: ``3``, ``1–2`` or ``1+``."""
    if operation.most is None:
        return f"{operation.least}+"
    if operation.most == operation.least:
        return str(operation.least)
    return f"{operation.least}–{operation.most}"
