GRADES = 1, 11


class CodifierLines:
    """Lines of the codifiers of a subject by their codes, for a grade.

    ``loader``: whose school and journal they are; ``grade``: of several lines with one code that
    of the fewest grades with this one among them is taken.
    """

    def __init__(self, loader, subject_id, grade):
        self._loader = loader
        self._subject_id = subject_id
        self._grade = grade
        self._existing = {}
        self._wanted = {}

    def want(self, model, codes, names=None):
        """Read the lines of a model; those that are not known will be made.

        :param names: ``{code: text}``, where the file tells it
        """
        company = self._loader.record.company_id
        lines = self._loader.env[model].search(
            [("subject_id", "=", self._subject_id), ("company_id", "in", (company.id, False))]
        )
        existing = {}
        for line in sorted(lines, key=self._fitness):
            existing.setdefault(line.code, line)
        self._existing[model] = existing
        missing = [code for code in dict.fromkeys(codes) if code not in existing]
        self._wanted[model] = {code: (names or {}).get(code, code) for code in missing}

    def _fitness(self, line):
        grades = line.grade_from or GRADES[0], line.grade_to or GRADES[1]
        fits = grades[0] <= self._grade <= grades[1]
        return not fits, grades[1] - grades[0], not line.company_id, line.id

    def report_missing(self):
        """Say which codes have no line yet: their texts come with the codifiers."""
        codes = [code for wanted in self._wanted.values() for code in wanted]
        if codes:
            self._loader.inform(
                self._loader.env._(
                    "The codifiers of the subject have no lines %(codes)s. They will be made with"
                    " the code for a name; load the codifiers to give them their texts.",
                    codes=", ".join(codes),
                )
            )

    def make(self):
        """Create the lines that were not known."""
        for model, wanted in self._wanted.items():
            made = self._loader.make(
                model,
                [
                    {
                        "code": code,
                        "name": name,
                        "subject_id": self._subject_id,
                        "company_id": self._loader.record.company_id.id,
                    }
                    for code, name in wanted.items()
                ],
            )
            self._existing[model] |= {line.code: line for line in made}

    def ids(self, model, codes):
        return [self._existing[model][code].id for code in codes]
