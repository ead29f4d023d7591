"""What few tasks say of mastery: the share of a pupil drawn to that of the class."""

# a school gives one to three tasks on an element a year: so many points of the class stand beside
# those of the pupil
WEIGHT = 4
# with fewer possible points it is too early to judge
ENOUGH = 3


def shrunk_share(points, possible, class_share):
    """The share of mastery, from 0 to 1: (s + a·p₀) / (m + a).

    :param points, possible: s of m points of the pupil, 0 of 0 where there are none
    :param class_share: p₀ of the class, from 0 to 1
    """
    return (points + WEIGHT * class_share) / (possible + WEIGHT)


def is_early(possible):
    """Whether so few possible points judge nothing."""
    return possible < ENOUGH
