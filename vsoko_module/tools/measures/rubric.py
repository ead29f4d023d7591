"""A rubric: what an expert judges by criteria with a described behaviour for each point.

Weights and points are whole numbers, so sums are exact and a share comes from two counts.
"""

from dataclasses import dataclass

from ..numbers import rounded

# an expert may judge fewer criteria, but then there is no total: the part is not the whole
JUDGED_AT_LEAST = (4, 5)
NOT_APPLICABLE = "na"
MOST_POINTS = 9


class AnswerError(ValueError):
    """An answer that the rubric does not have; `code` says why, `name` is the criterion."""

    def __init__(self, code, name=""):
        super().__init__(code)
        self.code = code
        self.name = name


@dataclass(frozen=True)
class Criterion:
    """One criterion: `levels` are the behaviours of 0, 1, 2… points in this order."""

    key: str
    name: str
    levels: tuple
    weight: int = 1
    is_mandatory: bool = True

    @property
    def maximum(self):
        return len(self.levels) - 1


@dataclass(frozen=True)
class SheetResult:
    """What the answers of a sheet come to; `score` and `maximum` are None without a total.

    `judged` of `mandatory` criteria have points; `missing` are the names of those without any
    answer.
    """

    score: int | None
    maximum: int | None
    judged: int
    mandatory: int
    missing: tuple = ()

    @property
    def percent(self):
        """The share of the greatest points, 0 to 100; None without a total."""
        return None if self.score is None else self.score * 100 / self.maximum


def behaviours(text):
    """Return the behaviours of 0, 1, 2… points: the lines of a text that say something."""
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())


def check_answers(criteria, answers):
    """Raise AnswerError unless each answer is one that its criterion has.

    :param answers: ``{key: {"points": number or NOT_APPLICABLE, "note": text}}``, each part of
        an answer optional; nothing answered is ``{}`` or None
    """
    if not isinstance(answers or {}, dict):
        raise AnswerError("shape")
    known = {criterion.key: criterion for criterion in criteria}
    for key, answer in (answers or {}).items():
        if key not in known:
            raise AnswerError("criterion")
        _check_answer(known[key], answer)


def _check_answer(criterion, answer):
    if not isinstance(answer, dict) or answer.keys() - {"points", "note"}:
        raise AnswerError("shape", criterion.name)
    if not isinstance(answer.get("note", ""), str):
        raise AnswerError("shape", criterion.name)
    points = answer.get("points")
    if points is None or points == NOT_APPLICABLE:
        return
    is_number = isinstance(points, int) and not isinstance(points, bool)
    if not is_number or not 0 <= points <= criterion.maximum:
        raise AnswerError("points", criterion.name)


def is_empty(answers, notes):
    """Whether nobody has answered or noted anything yet: no touch, no sheet."""
    return not answers and not (notes or "").strip()


def outcome(criteria, answers):
    """Return the `SheetResult` of answers that `check_answers` has let pass.

    What is not applicable or not answered is in neither sum: it is not zero. There is no total
    when less than four fifths of the mandatory criteria have points, or none at all.
    """
    points = {key: answer.get("points") for key, answer in (answers or {}).items()}
    judged = [one for one in criteria if isinstance(points.get(one.key), int)]
    mandatory = [one for one in criteria if one.is_mandatory]
    known = sum(one.is_mandatory for one in judged)
    part, whole = JUDGED_AT_LEAST
    has_total = bool(judged) and known * whole >= len(mandatory) * part
    return SheetResult(
        score=sum(one.weight * points[one.key] for one in judged) if has_total else None,
        maximum=sum(one.weight * one.maximum for one in judged) if has_total else None,
        judged=known,
        mandatory=len(mandatory),
        missing=tuple(one.name for one in mandatory if points.get(one.key) is None),
    )


def reached(levels, percent):
    """Return the key of the highest level that a share reaches, None below the first one.

    A share is judged as it is shown, with one decimal.

    :param levels: ``[(key, least percent)]``
    :param percent: None without a total
    """
    if percent is None:
        return None
    shown = rounded(percent, 1)
    fitting = [(least, key) for key, least in levels if shown >= least]
    return max(fitting, key=lambda level: level[0])[1] if fitting else None
