"""The bodies that each school has by §3.1 of the regulation, with the rules that charters
usually give them; a school corrects the rules by its own charter."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Body:
    kind: str
    name: str
    quorum_num: int = 1
    quorum_den: int = 2
    meetings_min: int = 4
    notice_days: int = 5
    term_months: int = 0


SHIPPED = (
    Body("administration", "Администрация школы", meetings_min=0, notice_days=0),
    Body("pedagogical", "Педагогический совет", quorum_num=2, quorum_den=3),
    Body("governing", "Управляющий совет", notice_days=10, term_months=24),
    Body("methodical", "Методический совет"),
)
