"""Zones of figures: the signs that tell them apart without the colour."""

# The shapes differ, and no arrow is among them: ▲ and ▼ tell where a figure went. The back office
# has the same signs in `static/src/figures/figures.scss`; a test compares the two.
ZONE_SIGNS = {"critical": "■", "acceptable": "◆", "optimal": "●", "grey": "○"}
# of cells on paper; frozen tables keep the colour alone
STATUS_COLOURS = {"critical": "#F8D7DA", "acceptable": "#FFF3CD", "optimal": "#D1E7DD"}
SIGNS_OF_COLOURS = {colour: ZONE_SIGNS[status] for status, colour in STATUS_COLOURS.items()}
