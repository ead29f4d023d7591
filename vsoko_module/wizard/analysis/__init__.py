from . import vsoko_risk_settling
from . import vsoko_pupil_forecast
