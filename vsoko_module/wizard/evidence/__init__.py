from . import vsoko_assessment_reopen
from . import vsoko_test_scale
from . import vsoko_participant_entry
from . import vsoko_participant_entry_line
from . import vsoko_data_form_reopen
from . import vsoko_survey_issue
from . import vsoko_observation_reading
