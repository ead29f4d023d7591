"""A small school as the frozen part of a report: two classes, two subjects, one teacher."""

from tools.reports.declaration import frozen_section
from tools.reports.frozen import Frozen
from tools.reports.paper import Paper, PaperFrame, Part
from tools.reports.types import REPORT_TYPES


def indicator(name, unit="percent", digits=1, direction="more", **other):
    return {
        "name": name,
        "short_name": "",
        "unit": unit,
        "digits": digits,
        "direction": direction,
        **other,
    }


def figure(value=None, n=25, **other):
    known = {"n": n, **other}
    return known if value is None else {"value": value, **known}


def school():
    """``Frozen`` of the sample; every number in it is written here."""
    section = {
        "quality": figure(
            60.0,
            100,
            status="acceptable",
            previous=55.0,
            delta=5.0,
            last_year=63.5,
            last_year_delta=-3.5,
            numerator=60,
        ),
        "success": figure(96.0, 100, status="optimal", numerator=96),
        "average_mark": figure(3.85, 99),
        "pupils_excellent": figure(8.0, 50, numerator=4),
    }
    return Frozen(
        {
            "school": "Школа № 1",
            "indicators": {
                "quality": indicator("Качество знаний", target=55.0),
                "success": indicator("Успеваемость"),
                "average_mark": indicator("Средний балл", "mark", 2),
                "failing_share": indicator("Доля «2»", direction="less"),
                "pupils_excellent": indicator("Отличники"),
            },
            "names": {
                "class:1": "5А",
                "class:2": "=5Б",
                "subject:7": "Алгебра",
                "subject:8": "Физика",
                "level:ooo": "ООО",
                "teacher:3": "Учитель 3",
            },
            "order": {
                "school": ["school"],
                "level": ["level:ooo"],
                "class": ["class:1", "class:2"],
                "subject": ["subject:7", "subject:8"],
                "teacher": ["teacher:3"],
                "class_subject": ["class_subject:1:7", "class_subject:1:8", "class_subject:2:7"],
            },
            "figures": {
                "school": section,
                "level:ooo": section,
                "class:1": {
                    "quality": figure(80.0, status="optimal", delta=-6.0),
                    "success": figure(100.0),
                    "failing_share": figure(0.0, numerator=0),
                },
                "class:2": {
                    "quality": figure(40.0, status="critical", delta=-12.0),
                    "failing_share": figure(12.0, delta=11.0, numerator=3),
                },
                "subject:7": {"quality": figure(30.0, 3, status="grey", delta=-40.0)},
                "subject:8": {"quality": figure(n=0, reason="empty_base")},
                "teacher:3": {"quality": figure(61.5)},
                "class_subject:1:7": {"quality": figure(75.0, status="optimal")},
                "class_subject:1:8": {"quality": figure(n=0, reason="empty_base")},
                "class_subject:2:7": {"quality": figure(20.0, status="critical")},
            },
            "sections": [frozen_section(part) for part in REPORT_TYPES["period_results"].sections],
        }
    )


def block(kind, **values):
    """A frozen block with the given parts."""
    return {"kind": kind, "title": "Таблица", **values}


def paper(name="Раздел", texts=(), title="Итоги", frozen=None):
    """``Paper`` of the sample: every section with the same name and texts."""
    frozen = frozen or school()
    parts = [Part(name, section, list(texts)) for section in frozen.data["sections"]]
    form = PaperFrame("Школа № 1", ("", ""), [("Подготовил", "Иванова А. А."), ("Учитель", "")])
    return Paper(frozen, title, ["1 четверть"], parts, form)
