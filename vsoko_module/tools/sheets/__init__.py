"""The teacher's sheet: points by the scheme of a school, and what may not be a criterion."""
