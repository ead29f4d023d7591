from . import vsoko_indicator_value
from . import vsoko_submission_form
from . import vsoko_submission_form_cell
from . import vsoko_submission_form_filling
from . import vsoko_submission
from . import vsoko_submission_content
from . import vsoko_submission_sending
