from . import vsoko_meeting_cancellation
from . import vsoko_meeting_proposal_answer
from . import vsoko_resolution_outcome
