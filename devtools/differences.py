"""What of some facts is another in others."""

# so many letters of a fact are told
SHOWN = 200


def differences(expected, found):
    """Sentences about what was there and is not, or is another; what is new is no difference."""
    for key, was in expected.items():
        if key not in found:
            yield f"{key} is lost"
        elif isinstance(was, dict):
            yield from (f"{key}: {text}" for text in differences(was, found[key]))
        elif found[key] != was:
            yield f"{key} was {str(was)[:SHOWN]} and is {str(found[key])[:SHOWN]}"
