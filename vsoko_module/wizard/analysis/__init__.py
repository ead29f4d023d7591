from . import vsoko_risk_settling
