"""What was loaded before: the digest and the position of every item."""

from typing import Self

from guides.models import LoadedContent


class Memory:
    """Digests as last loaded; an ordered item's digest carries its position after a colon."""

    def __init__(self, digests: dict[str, str]) -> None:
        self._digests = digests
        self._before = dict(digests)

    @classmethod
    def recall(cls) -> Self:
        """What the database remembers."""
        return cls(dict(LoadedContent.objects.values_list("key", "digest")))

    @property
    def items(self) -> set[str]:
        """Every item that was loaded."""
        return {*self._before}

    def idents(self, noun: str) -> set[str]:
        """The identities of loaded items of a noun."""
        return {item.partition(":")[2] for item in self._before if item.startswith(f"{noun}:")}

    def get(self, item: str) -> str | None:
        """The remembered text of an item."""
        return self._digests.get(item)

    def digest(self, item: str) -> str | None:
        """The digest of an item as last loaded."""
        found = self._digests.get(item)
        return found.partition(":")[0] if found is not None else None

    def position(self, item: str) -> int | None:
        """The position of an item as last loaded."""
        place = self._digests.get(item, "").partition(":")[2]
        return int(place) if place else None

    def set(self, item: str, digest: str, position: int | None = None) -> None:
        """Remember an item as loaded."""
        self._digests[item] = digest if position is None else f"{digest}:{position}"

    def forget(self, item: str) -> None:
        """Let an item be no longer ours."""
        self._digests.pop(item, None)

    def save(self) -> None:
        """Write down what changed."""
        changed = [
            LoadedContent(key=item, digest=digest)
            for item, digest in self._digests.items()
            if self._before.get(item) != digest
        ]
        LoadedContent.objects.bulk_create(
            changed, update_conflicts=True, unique_fields=["key"], update_fields=["digest", "loaded_at"]
        )
        gone = self._before.keys() - self._digests.keys()
        if gone:
            LoadedContent.objects.filter(key__in=gone).delete()
