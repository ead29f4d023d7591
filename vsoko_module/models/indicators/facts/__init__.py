from . import vsoko_fact
from . import vsoko_fact_mark
from . import vsoko_fact_student_term
from . import vsoko_fact_enrolment
from . import vsoko_fact_staff
