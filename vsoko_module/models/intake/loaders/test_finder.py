from ....tools.readers.works import task_label
from .test_maker import TestMaker
from .work_classes import WorkClasses


class TestFinder(WorkClasses):
    """Which test the tasks of a file belong to: chosen, that of the work, found, or made."""

    def task_order(self, test):
        """Places in the file of the tasks of a test, None when they are not the same tasks.

        Tasks meet by their labels, else by their order. A maximum that the file does not tell is
        not greater than that of the task.
        """
        places = {task.number: place for place, task in enumerate(self.extract.details.tasks)}
        labels = [task_label(task.number) for task in test.task_ids]
        if len(labels) != len(places):
            return None
        by_labels = [places.get(label) for label in labels]
        order = list(range(len(labels))) if None in by_labels else by_labels
        tasks = [self.extract.details.tasks[place] for place in order]
        fits = all(
            task.maximum <= maximum if task.guessed else task.maximum == maximum
            for task, maximum in zip(tasks, test.task_ids.mapped("max_score"), strict=True)
        )
        return order if fits else None

    def fits_work(self, work):
        """Whether the tasks of an assessment and of the file, when both have any, are the same."""
        return (
            not self.extract.details.tasks
            or not work.test_id.task_ids
            or self.task_order(work.test_id) is not None
        )

    def find_test(self, classes):
        """The test of a work that has none; empty when it will be made from the file.

        :return: the test, or None after an error
        """
        chosen = self.record.test_id
        if chosen:
            if self.task_order(chosen) is None:
                self.error(
                    self.env._(
                        "The tasks of the file are not those of «%(test)s».",
                        test=chosen.display_name,
                    )
                )
                return None
            return chosen
        found = self._fitting_tests(classes)
        if len(found) > 1 and any(task.guessed for task in self.extract.details.tasks):
            self.error(
                self.env._(
                    "The file does not tell the greatest points, and several tests fit it:"
                    " %(tests)s. Choose the test above.",
                    tests=", ".join(found.mapped("display_name")),
                )
            )
            return None
        return found[:1]

    def _fitting_tests(self, classes):
        """Tests of the subject and the grades with these tasks, the newest versions first."""
        tests = self.env["vsoko.test"].search(
            [
                ("company_id", "=", self.record.company_id.id),
                ("subject_id", "=", self._subject_id or self._work.subject_id.id),
                ("grade", "in", classes.mapped("grade")),
            ],
            order="version desc, id desc",
        )
        tests -= tests.parent_id
        return tests.filtered(lambda test: test.task_ids and self.task_order(test) is not None)

    def set_test(self, work):
        """Give a work its test: the one that was found, with a scale, or a new one."""
        maker = TestMaker(self)
        test = self._test or maker.make(work)
        if test.state == "draft" and not test.band_ids:
            maker.add_scale(test, work)
        self.alter([(work, {"test_id": test.id})])

    def in_order(self, rows):
        """The rows with their points in the order of the test, without those out of its step."""
        test = self._work.test_id or self._test
        order = self.task_order(test) if test.task_ids else None
        for row in rows:
            if self.keeps_step(row, test.step if test else self.extract.details.step):
                points = [row.points[place] for place in order] if order and row.points else None
                yield row._replace(points=tuple(points)) if points else row

    def keeps_step(self, row, step):
        """Whether the points are multiples of the step; the first that is not is named."""
        columns = self.extract.details.columns
        for place, points in enumerate(row.points):
            if points is not None and points % float(step or 1):
                text = f"{points:g}".replace(".", ",")
                self.error(
                    self.env._(
                        "«%(text)s»: the test has whole points. The row is not loaded. If half"
                        " points are given, set the step of points of the test to 0.5.",
                        text=text,
                    ),
                    row,
                    columns[place] if place < len(columns) else 0,
                    text,
                )
                return False
        return True
