"""A line of each register of pupils, for tests that need one of everything."""

from odoo.fields import Command


def pupil_lines(pupil, school_class, day):
    """Return {model: values} of lines of that day."""
    paper = [Command.create({"name": "a.pdf", "raw": b"1", "res_model": "vsoko.consent"})]
    one = {"student_id": pupil.id, "date": day}
    school = {"company_id": school_class.company_id.id}
    return {
        "vsoko.achievement": {
            **school, "event": "Олимпиада", "student_ids": pupil.ids, "date": day,
        },
        "vsoko.programme": {
            **school,
            "name": "Хор",
            "direction": "art",
            "date_from": day,
            "enrolment_ids": [Command.create({"student_id": pupil.id, "date_from": day})],
        },
        "vsoko.absence": {**school, **one},
        "vsoko.graduate": {**school, **one},
        "vsoko.injury": {
            **school, **one, "number": str(pupil.id), "place": "Зал", "happening": "Падение",
        },
        "vsoko.offence": {**school, **one},
        "vsoko.preventive.record": {**school, **one, "ground": "Решение совета"},
        "vsoko.health": {**school, **one, "health_group": "2"},
        "vsoko.upbringing": {**school, "class_id": school_class.id, "date": day, "high": 6},
        "vsoko.consent": {**school, **one, "given_by": "Мать", "document_ids": paper},
    }  # fmt: skip
