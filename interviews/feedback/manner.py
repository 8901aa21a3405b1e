"""The sentences about manner: terms, tone, fillers, hedges, the end, and what can be kept."""

from interviews.feedback import warnings
from interviews.feedback.needs import Reading
from interviews.feedback.pointing import note, place_of, quote
from interviews.feedback.result import Note
from kit.said import Said
from kit.said import gettext_noop as _


def name_terms(reading: Reading) -> Note:
    """The note for `name_terms`."""
    return note(
        reading,
        "name_terms",
        Said(_("Use one or two words of the trade where they fit, so that a colleague hears a colleague.")),
        _("We look for the terms of the role you chose."),
        [],
    )


def positive_tone(reading: Reading) -> Note:
    """The note for `positive_tone`."""
    places = warnings.blames(reading.facts.text)
    return note(
        reading,
        "positive_tone",
        Said(
            _(
                "“%(words)s” may stay with the listener longer than your own part. Say what happened, "
                "and move on to what you did."
            ),
            {"words": quote(reading.facts.said(places[0])) if places else "…"},
        ),
        _("We look for words that run down a person, an employer or the pay."),
        places[:3],
    )


def cut_fillers(reading: Reading) -> Note:
    """The note for `cut_fillers`."""
    facts = reading.facts
    return note(
        reading,
        "cut_fillers",
        Said(
            _("There are %(count)s fillers such as “%(words)s”. A short silence in their place sounds sure."),
            {"count": len(facts.fillers), "words": facts.said(facts.fillers[0]) if facts.fillers else "um"},
        ),
        _("Up to five a minute, or about three and a half in a hundred words, nobody minds; we say nothing."),
        facts.fillers,
    )


def cut_hedges(reading: Reading) -> Note:
    """The note for `cut_hedges`."""
    facts = reading.facts
    return note(
        reading,
        "cut_hedges",
        Said(
            _("“%(words)s” makes what you did smaller than it was. Say it without, and see how it sounds."),
            {"words": facts.said(facts.hedges[0]) if facts.hedges else "I guess"},
        ),
        _("We look for “I think”, “kind of”, “maybe” and the like where they weaken what you say."),
        facts.hedges,
    )


def end_cleanly(reading: Reading) -> Note:
    """The note for `end_cleanly`."""
    last = [place_of(each) for each in reading.facts.labelled[-1:]]
    return note(
        reading,
        "end_cleanly",
        Said(
            _("Your story has a good end before “%(words)s”. Stop there, and let it stand."),
            {"words": quote(reading.facts.said(last[0])) if last else "…"},
        ),
        _("We look for last sentences that take back or trail off."),
        last,
    )


def keep(reading: Reading) -> Note:
    """The note for `keep`."""
    facts = reading.facts
    results = [place_of(each) for each in facts.under("R")[-1:] or facts.under("A")[-1:]]
    if results:
        said = Said(
            _("Nothing big is missing. Keep “%(words)s” as it is, and say it aloud twice."),
            {"words": quote(facts.said(results[0]))},
        )
    else:
        said = Said(_("Nothing big is missing. Keep it as it is, and say it aloud twice."))
    return note(reading, "keep", said, _("We say this where event, own steps and outcome are all there."), results)
