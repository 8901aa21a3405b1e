"""What each kind of message is for, how long it should be, and the words that it begins with.

A frame says nothing on the writer's behalf that they have not said: what only they can know stays a blank, written
[[what belongs here]]. Names such as %(to)s are facts that the app may know.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kit.said import gettext_noop as _


@dataclass(frozen=True)
class Frame:
    """One kind of message."""

    purpose: str
    subject: str
    text: str
    shortest: int = 60
    longest: int = 120
    # Networks on the web cut a request to connect off here.
    most_characters: int | None = None


FRAMES: Final[Mapping[str, Frame]] = {
    "introduction": Frame(
        _("A request to connect, on LinkedIn or in a first mail. It must fit into 300 characters."),
        _("Hello from %(me)s"),
        _(
            "Hello %(to)s, I am [[what you do or train for, in a few words]]. I noticed "
            "[[one thing about their work]]. I would be glad to connect and follow what you do. %(me)s"
        ),
        shortest=20,
        longest=55,
        most_characters=300,
    ),
    "informational": Frame(
        _("Fifteen minutes with someone who does the work. You ask for what they know, not for a job."),
        _("Fifteen minutes about your work?"),
        _(
            "Hello %(to)s,\n\n"
            "I found you through [[how you came upon them]]. I am [[where you stand: training, job, plan]], and I am "
            "finding out what the work at %(employer)s is like before I decide on my next step.\n\n"
            "Could I ask you two or three questions, in fifteen minutes by phone or video? Most of all I would like to "
            "know [[your first question]]. [[Two times that suit you]] would suit me, and so would any time that is "
            "easier for you.\n\n"
            "If it does not fit just now, that is fine too. Thank you for reading this.\n\n"
            "Kind regards,\n%(me)s"
        ),
    ),
    "referral": Frame(
        _("Ask someone who knows your work to recommend you. Make it easy to say yes, and easy to say no."),
        _("A question about the %(job)s position"),
        _(
            "Hello %(to)s,\n\n"
            "%(employer)s is looking for someone for this position: %(job)s. You know my work from "
            "[[where you worked or learned together]], so I would like to ask you something.\n\n"
            "Would you be comfortable recommending me, or telling me whom to write to? They ask for "
            "[[what matters most in the posting]], and I have [[what you did that shows it]]. My resume is attached, "
            "so that you need not look for anything.\n\n"
            "If you would rather not, I understand completely, and nothing changes between us.\n\n"
            "Thank you,\n%(me)s"
        ),
    ),
    "recruiter": Frame(
        _("Answer someone who wrote to you about a job. Say what you look for, and ask what you need to know."),
        _("Your message about the %(job)s position"),
        _(
            "Hello %(to)s,\n\n"
            "Thank you for your message about this position: %(job)s. I am [[open to it, or not, and why]].\n\n"
            "So that neither of us loses time: I look for [[setting, shift and place that suit you]], and I could "
            "start [[when]]. I bring [[your credential or experience that fits]].\n\n"
            "Could you tell me who the employer is, what the hours and the range of pay are, and what the next step "
            "would be? You reach me best [[how and when]].\n\n"
            "Kind regards,\n%(me)s"
        ),
    ),
    "after-fair": Frame(
        _("Within two days of a fair or a meeting, while they still know who you are."),
        _("We met at %(event)s"),
        _(
            "Hello %(to)s,\n\n"
            "We met at %(event)s and talked about [[what you two talked about]]. Thank you for the time you took on "
            "such a busy day.\n\n"
            "You mentioned [[what they said that stayed with you]]. That fits what I am looking for, because "
            "[[your reason]]. As we agreed, I [[what you promised to send or do]].\n\n"
            "What would be the best next step if I want to work at %(employer)s? I am happy to come by, or to talk on "
            "the phone, whenever it suits you.\n\n"
            "Kind regards,\n%(me)s"
        ),
    ),
    "after-interview": Frame(
        _("On the day of an interview or the next. One thing that only you two talked about makes it yours."),
        _("Thank you for our talk"),
        _(
            "Dear %(to)s,\n\n"
            "Thank you for talking with me on [[the day]] about this position: %(job)s. I have a much clearer picture "
            "of the work at %(employer)s.\n\n"
            "What stayed with me most is [[one thing you talked about]]. To that I would bring [[what you have done "
            "that fits it]]. The rest I would gladly learn from the people who do it every day.\n\n"
            "If you would like to know anything else, I am happy to answer. You said that I would hear from you "
            "[[when]], and I look forward to it.\n\n"
            "Kind regards,\n%(me)s"
        ),
    ),
    "missed-call": Frame(
        _("They named a time and did not call. Leave room for a good reason, and offer new times."),
        _("Our call on [[the day]]"),
        _(
            "Hello %(to)s,\n\n"
            "We had planned to talk on [[day and time]] about this position: %(job)s. I was by the phone and did not "
            "hear from you, so I guess that something came up; that happens in every busy place.\n\n"
            "I would still like to talk. I am free [[a first time]] and [[a second time]], and you reach me at "
            "[[your number]]. If another time or another way is easier for you, just tell me and I will make it "
            "fit.\n\n"
            "Kind regards,\n%(me)s"
        ),
    ),
    "follow-up": Frame(
        _("Ten days after you applied, if you heard nothing. Two such messages at most, then let it rest."),
        _("My application for the %(job)s position"),
        _(
            "Dear %(to)s,\n\n"
            "On %(applied)s I applied at %(employer)s for this position: %(job)s. I would like to ask how it stands, "
            "and when you expect to decide.\n\n"
            "I am still interested, above all because of [[what draws you to this place]]. In the meantime I "
            "[[what is new since then; take the sentence out if nothing is]].\n\n"
            "If you need anything else from me, such as a certificate or a reference, tell me and I will send it. "
            "Thank you for your time.\n\n"
            "Kind regards,\n%(me)s"
        ),
    ),
    "thanks": Frame(
        _("Someone gave you time, a hint or a name. Tell them what became of it."),
        _("Thank you"),
        _(
            "Hello %(to)s,\n\n"
            "Thank you for [[what they did for you]]. It helped me more than you may think: "
            "[[what you did with it, or what came of it]].\n\n"
            "You took that time without having to, and I have not forgotten it. I will let you know how it goes on. "
            "If I can ever help you with something, [[what you could do for them]] for example, please ask me.\n\n"
            "All the best,\n%(me)s"
        ),
        shortest=40,
    ),
    "stay": Frame(
        _("Be in touch without asking for anything, a few times a year. Bring something that is of use to them."),
        _("How are you?"),
        _(
            "Hello %(to)s,\n\n"
            "I thought of you because of [[what reminded you of them]]. How is [[what they were busy with when you "
            "last spoke]]?\n\n"
            "With me, [[one thing that is new]]. I also came upon [[something that may be of use to them]], and "
            "thought that you might like it.\n\n"
            "There is nothing that you need to do; I only wanted to hear how you are. If you feel like it, write me a "
            "line when you have a quiet minute.\n\n"
            "All the best,\n%(me)s"
        ),
        shortest=40,
    ),
    "accept": Frame(
        _("Say yes in writing, and name what was agreed, so that both of you read the same."),
        _("I accept: %(job)s"),
        _(
            "Dear %(to)s,\n\n"
            "Thank you for the offer. I am glad to accept this position at %(employer)s: %(job)s.\n\n"
            "As I understand it, I start on %(starts)s, with %(hours)s and pay of %(pay)s. "
            "Please tell me if I have any of this wrong, and send me the offer in writing if it is not on its way "
            "yet.\n\n"
            "What do you need from me before the first day? I look forward to working with you and the team.\n\n"
            "Kind regards,\n%(me)s"
        ),
        shortest=50,
    ),
    "decline": Frame(
        _("Say no soon, thank them, and leave the door open. One reason is enough, and none is fine too."),
        _("Your offer: %(job)s"),
        _(
            "Dear %(to)s,\n\n"
            "Thank you for offering me this position at %(employer)s: %(job)s. I have thought about it with care, and "
            "I will not accept it, because [[one short reason, or take this part out]].\n\n"
            "I enjoyed [[what you liked about meeting them]], and I know how much time you and the team gave me. I "
            "would be glad to stay in touch, and I wish you someone who fits the place well.\n\n"
            "Kind regards,\n%(me)s"
        ),
        shortest=40,
    ),
    "withdraw": Frame(
        _("Tell them that you took another job, so that nobody waits for you. Thank them, and keep it short."),
        _("Withdrawing my application: %(job)s"),
        _(
            "Dear %(to)s,\n\n"
            "Thank you for considering me for this position at %(employer)s: %(job)s. I have accepted another "
            "offer, and I withdraw my application, so that you can give the time to others.\n\n"
            "[[one thing you liked about them or your talk]] I would be glad to stay in touch.\n\n"
            "Kind regards,\n%(me)s"
        ),
        shortest=30,
    ),
}
