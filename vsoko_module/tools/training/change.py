"""What has become of a direction of training: a share of people or of lessons, then and now."""

from ..measures.chance import LESS, MORE, change_interval

# of planned results more is better, of low points less
BETTER = {"element": MORE, "criterion": LESS}


def judge_change(kind, first, first_base, now, base):
    """``better``, ``worse`` or ``chance`` of two percentages with what they rest on, None when
    nothing has changed or nothing was counted.

    The people are mostly the same, so the interval of two independent groups is wider than it had
    to be: what is called a change is one.
    """
    if kind not in BETTER or not (first_base and base) or (first, first_base) == (now, base):
        return None
    low, high = change_interval(now, base, first, first_base)
    if low <= 0 <= high:
        return "chance"
    return "better" if (low > 0) == (BETTER[kind] == MORE) else "worse"
