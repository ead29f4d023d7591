"""Numbers that are missing in a series."""


def missing(numbers, first=1):
    """Return the numbers from `first` to the last one given that nothing has, in order.

    :param numbers: whole numbers in any order; those before `first` are no part of the series
    """
    given = set(numbers)
    return [number for number in range(first, max(given, default=0)) if number not in given]


def spans(numbers):
    """Return whole numbers as people write them: [3, 4, 5, 9] → «3–5, 9»."""
    found = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in found)
