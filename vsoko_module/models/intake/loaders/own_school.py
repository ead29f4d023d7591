from ....tools.readers.names import fold


def keep_own(company, extract):
    """Leave of a file about many schools the rows of the own one.

    :return: ``(extract, number of others' rows, whether the own school cannot be told)``
    """
    schools = getattr(extract.details, "schools", None) or {}
    own = fold(company.vsoko_login or "")
    logins = {login for login in schools if login}
    if not logins or (not own and len(logins) == 1):
        return extract, 0, False
    kept = {place for login in schools if own and fold(login) == own for place in schools[login]}
    others = {place for places in schools.values() for place in places} - kept
    rows = [row for row in extract.rows if (row.sheet, row.row) in kept]
    problems = tuple(
        problem for problem in extract.problems if (problem.sheet, problem.row) not in others
    )
    return extract._replace(rows=rows, problems=problems), len(others), not kept
