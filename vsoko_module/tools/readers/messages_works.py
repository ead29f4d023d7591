"""What may be wrong with results of works, tests, codifiers and their statistics."""

from ..translation import _lt
from .message import ERROR, INFO, WARNING, Message

WORKS = {
    "bad_points": Message(
        ERROR,
        _lt(
            "«%(text)s» is not a number of points from 0 to %(max)s of task %(task)s. The row is"
            " not loaded."
        ),
    ),
    "bad_attendance": Message(
        ERROR, _lt("«%(text)s» does not say whether the pupil was present. The row is not loaded.")
    ),
    "points_of_absent": Message(
        WARNING, _lt("The pupil was absent but has points. They are not counted.")
    ),
    "did_not_write": Message(
        WARNING, _lt("There is neither attendance nor points: the pupil counts as absent.")
    ),
    "total_mismatch": Message(
        WARNING, _lt("The total in the file is %(total)s, the points give %(points)s.")
    ),
    "repeated_code": Message(
        ERROR,
        _lt("The code %(text)s stands in several rows. The rows are not loaded: correct the code."),
    ),
    "different_protocols": Message(
        ERROR,
        _lt(
            "The participant %(text)s has other results on the sheet «%(sheet)s», row %(other)s."
            " Neither is loaded: leave one."
        ),
    ),
    "points_and_absence": Message(
        ERROR,
        _lt(
            "The row has points and a mark of absence together, see «%(text)s». The row is not"
            " loaded: leave one of them."
        ),
    ),
    "same_code": Message(
        ERROR,
        _lt(
            "The code «%(text)s» is already in row %(other)s. A code such as 1.10 has to be text:"
            " as a number it is 1.1."
        ),
    ),
    "bad_code": Message(
        ERROR,
        _lt("«%(text)s» is not a code. Give the column the format of text and write it as 1.1.2."),
    ),
    "bad_grade": Message(ERROR, _lt("«%(text)s» is not a grade from 1 to 11.")),
    "grades_reversed": Message(ERROR, _lt("The last grade is lower than the first.")),
    "unknown_class_number": Message(
        ERROR, _lt("The number of the class «%(text)s» is not in the list of classes.")
    ),
    "bad_answers": Message(
        ERROR, _lt("The answers «%(text)s» cannot be read. The row is not loaded.")
    ),
    "guessed_maximum": Message(
        INFO,
        _lt(
            "What are the greatest points of tasks %(tasks)s? The protocol does not give them, and"
            " the best answer of the school is less when nobody got the full points. Choose above"
            " the test that has them, or correct them afterwards in the test that will be made of"
            " the best answers."
        ),
    ),
    "different_maxima": Message(
        ERROR, _lt("The task has different greatest points: %(text)s. Leave one.")
    ),
    "bad_maximum": Message(
        ERROR, _lt("«%(text)s» are no greatest points of a task. The task is not loaded.")
    ),
    "bad_minutes": Message(WARNING, _lt("«%(text)s» is not a number of minutes.")),
    "unknown_level": Message(
        WARNING, _lt("«%(text)s» is no level of a task: Б, П or В. The level is left empty.")
    ),
    "codes_without_name": Message(
        INFO, _lt("%(count)s codes have no name in the file, the code is taken for it: %(codes)s.")
    ),
    "unknown_group": Message(
        WARNING,
        _lt(
            "It is not clear whether «%(text)s» is a region, a district or a part of them. The row"
            " is not loaded."
        ),
    ),
    "unknown_group_column": Message(
        WARNING,
        _lt(
            "It is not clear whether «%(text)s» is the country, a region, a district or a school."
            " The column is not loaded."
        ),
    ),
    "bad_share": Message(
        ERROR, _lt("«%(text)s» is no share from 0 to 100 per cent. The row is not loaded.")
    ),
    "sum_mismatch": Message(
        WARNING,
        _lt("The numbers of the row do not agree: %(marks)s marks for %(pupils)s pupils."),
    ),
}
