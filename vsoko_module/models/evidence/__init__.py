from . import vsoko_import_mixin
from . import vsoko_mark
from . import vsoko_teaching
from . import instruments
from . import assessments
from . import mastery
from . import vsoko_student
