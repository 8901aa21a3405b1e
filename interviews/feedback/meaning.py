"""How near two texts are in meaning, by word vectors where the machine has them, by their words elsewhere."""

from kit import vectors

_MOST: int = 4000


def likeness(one: str, other: str) -> float:
    """From about 0 to 1; 0 where there are no vectors."""
    model = vectors.model()
    if model is None:
        return 0.0
    both = model.embed([one[:_MOST], other[:_MOST]], norm=True)
    return float(both[0] @ both[1])
