from . import vsoko_staff_mixin
from . import vsoko_staff_education
from . import vsoko_staff_attestation
from . import vsoko_staff_course
from . import vsoko_staff_experience
from . import vsoko_staff_event
from . import vsoko_teacher
