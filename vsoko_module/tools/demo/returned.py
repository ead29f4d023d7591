"""Figures of others beside a VPR, as an authority returns them; all invented."""

# by how much the municipality differs from the country, percentage points
NEAR = -2.5
# what a task of each level gives
USUAL = {"basic": 72, "advanced": 45, "high": 30}


def task_shares(tasks, difference=0.0):
    """``{"all": {number of a task: share of its points, %}}``.

    :param tasks: ``[(number, level)]``
    """
    return {
        "all": {
            number: round(USUAL.get(level, 60) + 5 * (place % 4) - 6 + difference, 1)
            for place, (number, level) in enumerate(tasks)
        }
    }


def point_shares(maximum, difference=0.0):
    """``{"all": {primary points: share of the participants, %}}`` with a peak above the middle."""
    peak = maximum * (0.62 + difference / 100)
    weights = [1 / (1 + ((points - peak) / (maximum / 5)) ** 2) for points in range(maximum + 1)]
    whole = sum(weights)
    return {
        "all": {
            str(points): round(weight * 100 / whole, 2) for points, weight in enumerate(weights)
        }
    }
