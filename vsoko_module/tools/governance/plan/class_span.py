"""Which classes, as short as a table needs: whole grades by their numbers, others by name."""


def class_span(chosen, sizes):
    """Return for example ``"2–4, 10, 9А"``; an empty text for no classes.

    :param chosen: pairs (grade, name) of the classes in their order
    :param sizes: {grade: how many classes it has}
    """
    by_grade = {}
    for grade, name in chosen:
        by_grade.setdefault(grade, []).append(name)
    whole = sorted(grade for grade, names in by_grade.items() if len(names) == sizes.get(grade))
    single = [name for grade, names in by_grade.items() if grade not in whole for name in names]
    return ", ".join([*_runs(whole), *single])


def _runs(grades):
    """Join grades that follow one another: [2, 3, 4, 10] → 2–4, 10."""
    runs = []
    for grade in grades:
        if runs and runs[-1][1] == grade - 1:
            runs[-1][1] = grade
        else:
            runs.append([grade, grade])
    return [str(first) if first == last else f"{first}–{last}" for first, last in runs]
