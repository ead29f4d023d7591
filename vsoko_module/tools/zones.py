"""Zones of figures: the signs that tell them apart without the colour."""

# The shapes differ, and no arrow is among them: ▲ and ▼ tell where a figure went. The back office
# has the same signs in `static/src/figures/figures.scss`; a test compares the two.
ZONE_SIGNS = {"critical": "■", "acceptable": "◆", "optimal": "●", "grey": "○"}
