from .about import ABOUT, About, register
from . import school
from . import school_class
from . import teacher
from . import subject
from . import association
from . import student
from . import assessment
from . import survey
from . import rating
