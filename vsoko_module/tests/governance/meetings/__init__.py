from . import test_meeting
from . import test_meeting_votes
from . import test_meeting_rights
from . import test_meeting_portal
from . import test_meeting_tour
from . import test_rating_minutes
