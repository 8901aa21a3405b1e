"""Questions for any employer, by what they are about."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Topic = tuple[Promise, tuple[Promise, ...]]

GENERAL: Final[tuple[Topic, ...]] = (
    (
        _("The work"),
        (
            _("What does a usual shift in this job look like, from the first hour to the last?"),
            _("Which part of the day is the hardest here, and how does the team get through it?"),
            _("What would you want me to have learned or taken over after three months?"),
            _("Which task takes new people the longest to get right?"),
            _("Why is the position open: is it new, or did someone move on?"),
            _("What did the last person who did this job very well do differently?"),
        ),
    ),
    (
        _("Training and the first weeks"),
        (
            _("Who would train me, and how long until I work on my own?"),
            _("Is the training time paid, and is it during my own shifts?"),
            _("Whom do I ask when my trainer is not there?"),
            _("How and when would I hear whether I am on the right track?"),
            _("Which systems and machines would I need to learn first?"),
        ),
    ),
    (
        _("The team and whoever leads it"),
        (
            _("How many people work a shift, and in which jobs?"),
            _("How long have most of them been here?"),
            _("How does the team pass work on between shifts?"),
            _("When two people here disagree about how to do something, what happens?"),
            _("How would you describe the way you lead?"),
            _("What do people who stay here say is the reason?"),
        ),
    ),
    (
        _("Schedule"),
        (
            _("How are shifts planned, and how early do I see mine?"),
            _("How do weekends and holidays rotate?"),
            _("What happens when someone calls out sick?"),
            _("How often do people stay past the end of a shift?"),
        ),
    ),
    (
        _("Doing it right"),
        (
            _("When someone notices a mistake, what happens next?"),
            _("How do you check the quality of the work, and do I see the result?"),
            _("What has the team changed in the last year because a worker suggested it?"),
            _("What do the people you serve thank you for, and what do they complain of?"),
        ),
    ),
    (
        _("Growing"),
        (
            _("Where have people who started in this job gone from here?"),
            _("Do you pay for courses, exams or renewals, and how does one ask for it?"),
            _("Which certificate would make me more useful to you?"),
            _("What is going to change here in the next year or two?"),
        ),
    ),
    (
        _("At the end"),
        (
            _("Is there anything in my background that you would like to know more about?"),
            _("What are the next steps, and when may I expect to hear from you?"),
            _("Whom may I write to if I think of another question?"),
        ),
    ),
)
