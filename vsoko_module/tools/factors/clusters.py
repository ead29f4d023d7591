"""Pupils of one class are alike: twenty-five of them tell less than twenty-five from everywhere."""

from statistics import fmean


def clustering(groups):
    """The share of the variance that lies between groups (ICC of one-way analysis of variance),
    0 to 1; 0 of fewer than two groups or where nothing differs.

    :param groups: ``[[value of each member]]``, none of them empty
    """
    total, count = sum(map(len, groups)), len(groups)
    if count < 2 or total <= count:
        return 0.0
    centre = fmean(value for group in groups for value in group)
    means = [fmean(group) for group in groups]
    pairs = list(zip(groups, means, strict=True))
    between = sum(len(group) * (mean - centre) ** 2 for group, mean in pairs) / (count - 1)
    within = sum((value - mean) ** 2 for group, mean in pairs for value in group) / (total - count)
    size = usual_size(groups)
    whole = between + (size - 1) * within
    return max(0.0, (between - within) / whole) if whole else 0.0


def usual_size(groups):
    """The size of a group that counts in the analysis of variance: the mean, less for uneven
    ones."""
    total, count = sum(map(len, groups)), len(groups)
    return (total - sum(len(group) ** 2 for group in groups) / total) / (count - 1)


def design_effect(size, icc, of_factor=1.0):
    """How many times the variance of a comparison is larger than without clusters.

    L. Kish (1965); for a factor that itself differs less than wholly between classes B. Moulton
    (1990): the clustering of the factor multiplies that of the result.
    """
    return 1 + (max(1.0, size) - 1) * icc * of_factor


def effective_number(count, size, icc):
    """How many independent people so many clustered ones are worth."""
    return count / design_effect(size, icc)
