"""Surveys: codes on paper, what answers are worth, self-check by the five criteria of НОКО."""
