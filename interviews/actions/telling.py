"""The story bank: keep a story with what it shows."""

from collections.abc import Iterable

from django.db import transaction

from interviews.models import Answer, Competency, Story


@transaction.atomic
def keep_story(story: Story, shows: Iterable[Competency], *, told_in: Answer | None = None) -> Story:
    """Save it with what it shows; the answer it was told in, if any, remembers it."""
    story.save()
    story.competencies.set(shows)
    if told_in is not None:
        told_in.story = story
        told_in.save(update_fields=["story"])
    return story
