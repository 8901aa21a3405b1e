"""The words of a role, as the review of documents and the feedback on answers both need them."""


def one_a_line(also: str) -> tuple[str, ...]:
    """A list that editors write one a line."""
    return tuple(line.strip() for line in also.split("\n") if line.strip())
