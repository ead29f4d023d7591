"""Figures of others beside a VPR, as an authority returns them; all invented."""

# by how much the municipality differs from the country, percentage points
NEAR = -2.5


def task_shares(numbers, difference=0.0):
    """``{"all": {number of a task: share of its points, %}}``: from easy to hard and back."""
    return {
        "all": {
            number: round(78 - 9 * (place % 5) + 3.4 * (place % 3) + difference, 1)
            for place, number in enumerate(numbers)
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
