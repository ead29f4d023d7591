"""What the specialists of the demonstration school write into their statistical forms."""

# the login of who fills in a form; everything else is filled in by the deputy
FILLERS = {"library": "librarian", "upbringing": "psychologist"}
OTHERS = "deputy"
YES, PARTLY, NO = "yes", "partly", "no"
# forms of the year that runs: how many of their cells are filled in so far
BEGUN = {"library": 5}

# a number, or an answer of a list of answers
SCHOOL = {
    "computers_teaching": 74,
    "pupils_internet": 610,
    "software_licensed": YES,
    "electronic_documents": 1,
    "internet_filter": YES,
    "internet_lessons": PARTLY,
    "library_copies": 14820,
    "additional_copies": 6130,
    "printed_resources": YES,
    "electronic_resources": PARTLY,
    "reading_room": 1,
    "reading_computers": 1,
    "media_library": 0,
    "text_recognition": 1,
    "library_internet": 1,
    "controlled_printing": 1,
    "rooms_area": 3420,
    "counter_video": PARTLY,
    "fire_extinguishers": PARTLY,
    "sanitary_furniture": NO,
    "staff_involved": 31,
    "programmes_all": 18,
    "programmes_upbringing": 12,
    "support_needed": 26,
    "support_given": 19,
    "plan_measured": PARTLY,
    "resource_place": PARTLY,
    "report_published": 1,
    "decisions_taken": 9,
    "decisions_done": 7,
}
# a share of the pupils of a class or grade, in per cent
SHARES = {
    "activists": 34,
    "families_involved": 58,
    "extracurricular_pupils": 82,
    "interest_pupils": 71,
    "textbooks_pupils": 97,
}
# a number for each class, one more for every third of them
EVENTS = {"events_held": 6, "events_parents": 3}
# by kinds of rooms; what is not here the school does not have
ROOMS = {
    "rooms_total": {"primary": 12, "physics": 1, "chemistry": 1, "biology": 1, "informatics": 2,
                    "technology": 2, "gym": 1, "others": 14},
    "rooms_minimum": {"primary": 11, "physics": 1, "chemistry": 1, "biology": 1, "informatics": 2,
                      "technology": 1, "gym": 1, "others": 10},
    "rooms_modern": {"primary": 7, "physics": 1, "chemistry": 0, "biology": 1, "informatics": 2,
                     "technology": 0, "gym": 0, "others": 6},
    "rooms_media": {"primary": 12, "physics": 1, "chemistry": 1, "biology": 1, "informatics": 2,
                    "technology": 1, "gym": 0, "others": 11},
    "kits_norm": {"physics": 45, "chemistry": 38, "biology": 30},
    "kits_present": {"physics": 37, "chemistry": 24, "biology": 27},
}  # fmt: skip


def answer(code, kind, member, size, place):
    """What stands in a cell, None where the school has no such thing.

    :param code: the element
    :param kind: its type of value
    :param member: the code of a line of a list, else empty
    :param size: number of pupils of the class or grade
    :param place: of the class or grade in the form, from 0
    """
    if code in SHARES:
        return size * min(SHARES[code] + place * 7 % 13 - 6, 100) // 100
    if code in EVENTS:
        return EVENTS[code] + (place % 3 == 0)
    if code in ROOMS:
        return ROOMS[code].get(member)
    if kind == "yes_no":
        return SCHOOL.get(code, int(place % 4 != 3))
    return SCHOOL.get(code, YES)
