"""What may be wrong with lists of people and with their dates, names and numbers."""

from ..translation import _lt
from .message import ERROR, INFO, WARNING, Message

PEOPLE = {
    "missing_value": Message(ERROR, _lt("The cell is empty: %(field)s is required.")),
    "not_a_name": Message(ERROR, _lt("«%(text)s» is not a person's name.")),
    "bad_class": Message(ERROR, _lt("«%(text)s» is not a name of a class.")),
    "bad_date": Message(ERROR, _lt("«%(text)s» is not a date. Write it as 31.12.2025.")),
    "date_out_of_range": Message(
        ERROR, _lt("The date %(text)s is impossible here: expected %(first)s to %(last)s.")
    ),
    "ambiguous_date": Message(
        ERROR,
        _lt(
            "«%(text)s» can be read in two ways: other dates of the column prove both orders."
            " Write it as 31.12.2025."
        ),
    ),
    "unproved_dates": Message(
        WARNING,
        _lt(
            "No date of the column «%(text)s» shows whether the day or the month comes first. Read"
            " as day, month, year: check one of them."
        ),
    ),
    "date_left_empty": Message(
        WARNING,
        _lt("«%(text)s» is not a possible date. The cell is left empty; write it as 31.12.2025."),
    ),
    "year_alone": Message(
        WARNING,
        _lt("«%(text)s» is a year without a day: the first of January is taken. Correct it."),
    ),
    "number_left_empty": Message(
        WARNING, _lt("«%(text)s» is not a number. The cell is left empty.")
    ),
    "unknown_education": Message(
        WARNING,
        _lt(
            "The education «%(text)s» is not known. The cell is left empty; write: высшее, среднее"
            " профессиональное, среднее общее."
        ),
    ),
    "unknown_category": Message(
        WARNING,
        _lt(
            "The category «%(text)s» is not known. The cell is left empty; write: высшая, первая,"
            " соответствие занимаемой должности, без категории."
        ),
    ),
    "bad_experience": Message(
        WARNING, _lt("«%(text)s» is not a number of years. The cell is left empty.")
    ),
    "unknown_course_kind": Message(
        WARNING,
        _lt(
            "The kind of course «%(text)s» is not known. The cell is left empty; write: повышение"
            " квалификации, переподготовка, стажировка, семинар."
        ),
    ),
    "unknown_event_kind": Message(
        WARNING,
        _lt(
            "The kind of event «%(text)s» is not known. The cell is left empty; write: конкурс,"
            " публикация, открытый урок, выступление, инновационная деятельность, эксперт, жюри,"
            " наставничество, технология."
        ),
    ),
    "unknown_event_level": Message(
        WARNING,
        _lt(
            "The level «%(text)s» is not known. The cell is left empty; write: школьный,"
            " муниципальный, региональный, всероссийский, международный."
        ),
    ),
    "unknown_event_result": Message(
        WARNING,
        _lt(
            "The result «%(text)s» is not known. The cell is left empty; write: участник, лауреат,"
            " призёр, победитель."
        ),
    ),
    "short_course": Message(
        ERROR,
        _lt(
            "%(text)s hours are too few: at least %(least)s. Such a course is a seminar: write"
            " «семинар»."
        ),
    ),
    "no_attestation": Message(
        INFO, _lt("«%(text)s» is no result of an attestation: the row is not loaded.")
    ),
    "too_early_category": Message(
        ERROR,
        _lt(
            "%(text)s: «педагог-методист» and «педагог-наставник» are given since 01.09.2023 alone."
            " Correct the date or the category."
        ),
    ),
    "termless_category": Message(
        WARNING,
        _lt("Categories given from 01.09.2023 on have no end: «%(text)s» is left out."),
    ),
    "vacancy": Message(INFO, _lt("«%(text)s» is nobody: the row is not loaded.")),
    "several_positions": Message(
        INFO, _lt("The person is also in row %(other)s: the positions are joined.")
    ),
    "other_value": Message(
        WARNING,
        _lt(
            "«%(field)s» of the same person is another one in row %(other)s: that of row %(other)s"
            " counts."
        ),
    ),
    "no_birthdate": Message(WARNING, _lt("The date of birth is empty.")),
    "dates_reversed": Message(ERROR, _lt("The end date is earlier than the start date.")),
    "bad_gender": Message(WARNING, _lt("«%(text)s» is not М or Ж; the gender is left empty.")),
    "bad_number": Message(ERROR, _lt("«%(text)s» is not a number.")),
    "bad_yes_no": Message(WARNING, _lt("«%(text)s» is neither «да» nor «нет».")),
    "unknown_movement": Message(WARNING, _lt("The kind of movement «%(text)s» is not known.")),
    "repeated_person": Message(
        ERROR, _lt("The same person with the same date of birth is already in row %(other)s.")
    ),
    "hours_of_several": Message(
        WARNING,
        _lt(
            "%(hours)s hours beside %(count)s classes are their sum: such hours are divided among"
            " the classes. Correct the load of classes that have different hours."
        ),
    ),
    "no_hours_in_classes": Message(
        WARNING, _lt("«%(text)s»: no class has hours in this row, so it is not loaded.")
    ),
    "repeated_class": Message(
        ERROR, _lt("Row %(other)s already names the homeroom teacher of this class.")
    ),
    "repeated_row": Message(WARNING, _lt("The same row is already in row %(other)s.")),
}
