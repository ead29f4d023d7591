"""How much a disciplinary penalty may lessen a bonus (the Labour Code as of 144-ФЗ of 2025).

Only the bonus of the period in which the penalty was applied, by an order, and so that the pay of
the month is lessened by a fifth at most.
"""

NO_ORDER, OTHER_PERIOD, NO_PAY, TOO_MUCH, BELOW_ZERO = (
    "no_order",
    "other_period",
    "no_pay",
    "too_much",
    "below_zero",
)
# of the pay of the month with the bonus in it
PART_OF_PAY = 5


def largest_cut(bonus, month_pay):
    """Kopecks that may be taken from a bonus: never more than it has, nor a fifth of the pay."""
    return min(bonus, month_pay // PART_OF_PAY)


def objection(cut, bonus, month_pay, applied, period, order):
    """Why a cut is against the law, by one of the words above; None when it is not.

    :param int cut: kopecks; 0 is no cut and needs nothing
    :param int month_pay: kopecks, with the bonus; 0 or None: not told
    :param applied: the day on which the penalty was applied, or None
    :param period: (first day, last day) of the bonus
    :param str order: number and day of the order
    """
    if not cut:
        return None
    if cut < 0:
        return BELOW_ZERO
    if not (order or "").strip():
        return NO_ORDER
    if not applied or not period[0] <= applied <= period[1]:
        return OTHER_PERIOD
    if not month_pay:
        return NO_PAY
    return TOO_MUCH if cut > largest_cut(bonus, month_pay) else None
