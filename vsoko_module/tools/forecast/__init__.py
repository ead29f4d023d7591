"""What is to be expected of a school's short series, of a term mark and of an exam, and how sure.

No method is trusted: it has to have been better than the last value on the school's own past, and
every forecast is kept and judged when its time has come.
"""

from .backtest import Backtest, backtest
from .intervals import Scale
from .exam import CERTAIN, DOUBTFUL, LIKELY, RISK, Readiness, meets_all, past_chance, readiness
from .series import FEW, FLAT, GAPS, Prospect, forecast
from .term_mark import Habit, Known, chances, learn, most_likely
