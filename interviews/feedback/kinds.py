"""What kind of question is asked, from its words."""

import re
from typing import Final

from interviews.feedback.result import Kind

# The first that fits, fits. What someone did comes before what they are, what they would do before what they know.
_RULES: Final[tuple[tuple[Kind, str], ...]] = (
    ("about-you", r"about yourself|introduce yourself|who are you|describe yourself|walk me through your (?:resume|background|history|experience|career)"
                  r"|(?:tell|walk) us (?:about your|how you came|through how you came)|outside (?:of )?work|(?:hours|days) can you|questions do you have|pay (?:are|do|would) you|leaving your|gap in your"
                  r"|your (?:background|story)\b|about your (?:background|work history|experience so far)"),
    ("weakness", r"weakness|weak (?:point|side|spot)|areas? (?:for|of|to) (?:improve|growth|develop)|(?:need|want|trying|working) to (?:improve|get better|work on)"
                 r"|(?:should|could) (?:you )?(?:improve|work on|do better)|are you (?:still )?(?:working on|not (?:so )?good at)|struggle (?:with|most)|find (?:hard|difficult) about yourself"),
    ("behavioural", r"\b(?:a|one|any|last|first|another) (?:\w+[ -]){0,3}(?:time|occasion|situation|instance|moment|day|shift|case|example|experience|project)\b(?!.{0,40}would you do)[^?]{0,60}\b(?:you|your|when|where|that)\b"
                    r"|give (?:me |us )?(?:an|one|another) example|example (?:of|from)|have you ever|when (?:have|did|was the last)|tell (?:me|us) (?:about|of) (?:a|an|one|the|something|someone|your (?:most|biggest|proudest|worst|hardest|last))\b"
                    r"|describe (?:a|an|one|the|something|someone|how you (?:handled|dealt|solved|managed))\b|how did you|what did you (?:do|learn)|what(?:'s| is| was) the (?:most|hardest|best|worst|biggest|toughest|last)|share (?:a|an)\b"
                    r"|what have you (?:done|learned|had)|\byour (?:proudest|biggest|greatest) (?:mistake|failure|achievement|accomplishment|success|challenge)|what (?:mistake|accomplishment|achievement)"),
    ("strength", r"strength|describe you\b|good at|better at than|best (?:at|quality|skill)|sets you apart|stand out|(?:what|how) would (?:your|a|past|former) \w+(?: \w+){0,3} (?:say about|describe) you|why should we (?:hire|choose|pick)|what makes you (?:a good|the (?:right|best))"
                 r"|what (?:do|can|will|would) you (?:bring|offer)|most proud of|what skills? "),
    ("situational", r"^[^?]{25,}\.\W+(?:what now|what happens|what (?:do|would|will|is) you|how do you|talk me|take us|in what order|what is your (?:part|first))"
                    r"|what would you|how would you|would you (?:do|handle|say|tell|report|ever)|imagine|suppose|\bif (?:a|an|you|your|the|someone|two|one|another|there)\b|let's say|^say |what if|what(?: do|'s| is| will)? (?:you|your)(?: do| first| say| next| move)+|how do you (?:respond|react)"
                    r"|what (?:comes|goes) first"),
    ("motivation", r"^why (?:do|did|are|us|this|have|here|\w+ing)|why (?:do you want|you want|are you (?:interested|applying|leaving)|did you (?:apply|choose|leave|become)|work (?:here|for us)|this)|what (?:interests|attracts|draws|drew|excites|motivates|made you|brings|brought|appeals)"
                   r"|interest(?:s|ed) you|see yourself|(?:career|long-term|short-term|professional) goals?|know about (?:us|our|this)|looking for in|passionate about|in (?:five|three|ten|two) years|what do you (?:want|hope|like|love|enjoy)|matters? (?:most )?to you"),
    ("knowledge", r"^(?:how|what|which|explain|name|list|walk me through|when|where|who|describe|why|tell me (?:how|what|why|which)|can you (?:explain|tell|describe|name)|do you know|define)\b|how (?:do|does|is|are|would|can|should)|what (?:is|are|does|do|steps)|explain|difference between"),
)
_COMPILED: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _RULES)
_MOST: Final = 600


def kind_of(question: str) -> Kind | None:
    """The kind of a question; None where its words do not say."""
    low = " ".join(question[:_MOST].lower().replace("’", "'").split())
    return next((kind for kind, pattern in _COMPILED if pattern.search(low)), None)
