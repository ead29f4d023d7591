from . import vsoko_assessment
from . import vsoko_association
from . import vsoko_class
from . import vsoko_indicator_value
from . import vsoko_student
from . import vsoko_subject
from . import vsoko_teacher
from . import vsoko_test
