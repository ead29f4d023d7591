from . import vsoko_forecast
from . import vsoko_forecast_judging
from . import vsoko_forecast_words
from . import vsoko_fact_forecast
from . import vsoko_indicator
from . import vsoko_indicator_value
from . import vsoko_period
from . import vsoko_year
