"""One runner for the tables of cases of the sources of facts."""

# first and last day of the first quarter, and the day after it, which is a holiday
FIRST, LAST, AFTER = "2025-09-01", "2025-10-26", "2025-10-27"


class FactCases:
    """Rows in → flags out.

    A row of a source says the names of its flags that are true, in the order of `flags`; a fact
    says one such text for each of its rows: no row is ``[]``, a row without any flag ``[""]``.
    """

    source = ""
    flags = ()

    def say(self, period, **keys):
        """Return what the rows of a period with these keys say, in the order of time."""
        domain = [("period_id", "=", period.id), *((name, "=", key) for name, key in keys.items())]
        rows = self.env[f"vsoko.fact.{self.source}"].search(domain, order="id")
        return [" ".join(flag for flag in self.flags if row[flag]) for row in rows]

    def check(self, cases, make, key, **keys):
        """Make all cases, then ask of each what its rows say.

        :param cases: ``{what it is: (rows in, what the first quarter says, then the second …)}``
        :param make: function of the rows in that stores them and returns the record they are of
        :param key: field of the source that names this record
        :param keys: what else the rows are asked by
        """
        made = {name: make(rows) for name, (rows, *_expected) in cases.items()}
        for name, (_rows, *expected) in cases.items():
            periods = (self.q1, self.q2, self.year_period)
            for period, says in zip(periods, expected, strict=False):
                with self.subTest(name, period=period.name):
                    self.assertEqual(self.say(period, **{key: made[name].id, **keys}), says)
        self.assertEqual(len(made), len(cases))
