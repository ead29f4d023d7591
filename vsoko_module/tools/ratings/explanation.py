"""What would move the index of a unit most."""

from statistics import median


def gains(indexes):
    """``[[(median, gain) or None]]`` of the parts of the units, in their order.

    ``median`` is that of the points of all units in the component, ``gain`` by how many points the
    index of the unit would rise if it reached the median; 0 for who is there already.
    """
    columns = zip(*(index.parts for index in indexes), strict=True)
    middles = [
        median(known) if (known := [part.normalised for part in column if part]) else None
        for column in columns
    ]
    return [
        [
            part and (middle, part.weight * max(0.0, middle - part.normalised))
            for part, middle in zip(index.parts, middles, strict=True)
        ]
        for index in indexes
    ]
