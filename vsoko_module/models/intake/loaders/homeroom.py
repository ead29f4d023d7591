from .loader import Loader, differing


class HomeroomLoader(Loader):
    """Who leads which class. Counts are numbers of classes; a class that is not named stays."""

    key = "homeroom"

    def plan(self):
        self._changes = []
        if not self.find_year():
            return
        for row in self.extract.rows:
            school_class = self.find_class(row)
            teacher = self.find("teacher", self.resolver.teachers, row.name, row)
            if school_class and teacher:
                self._plan_class(school_class, teacher)

    def apply(self):
        """Write the classes; no figure depends on who leads them."""
        self.alter(self._changes)
        return self.env["vsoko.period"]

    def _plan_class(self, school_class, teacher):
        changes = differing(school_class, {"homeroom_teacher_id": teacher})
        if not changes:
            self.skipped += 1
        else:
            self._changes.append((school_class, changes))
            self.changed += 1
