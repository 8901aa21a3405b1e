"""What is looked for in a document: one small function per rule, which takes a `Case` and yields findings.

`resume.RULES` and `letter.RULES` list them. A docstring says what a rule looks for, why it matters to a reader, and on
whose word. Rules for spelling and grammar ask `language`; every threshold stands in `limits`.
"""

from collections.abc import Callable, Iterable

from resumes.review.finding import Case, Finding

Rule = Callable[[Case], Iterable[Finding]]
