"""What a test run came to: counted by test method, with every trouble kept as text."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """Tests by identity; `problems` are failures that belong to no single test.

    `seconds` has what each class of tests took.
    """

    started: set[str] = field(default_factory=set)
    failed: dict[str, str] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    seconds: Counter[str] = field(default_factory=Counter)

    @property
    def passed_count(self) -> int:
        return len(self.started - self.failed.keys() - self.skipped.keys())

    @property
    def failed_count(self) -> int:
        return len(self.failed) + len(self.problems)

    def add(self, other: "Outcome") -> None:
        self.started |= other.started
        self.failed |= other.failed
        self.skipped |= other.skipped
        self.problems += other.problems
        self.seconds += other.seconds

    def add_problem(self, text: str) -> None:
        if text not in self.problems:
            self.problems.append(text)

    def closing_line(self) -> str:
        """The line that people and CI read; zero tests never look like a success."""
        line = f"{self.passed_count} passed, {self.failed_count} failed"
        return line + (f", {len(self.skipped)} skipped" if self.skipped else "")

    @property
    def succeeded(self) -> bool:
        return bool(self.passed_count) and not self.failed_count
