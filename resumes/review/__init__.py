"""Reviewing resumes and cover letters: plain Python, without Django, database or clock.

Bytes or text in, a `Review` out. `reading` turns a file into a `ReadDocument`, `understanding` finds its parts
(`Parsed`), `matching` holds it against a role's terms and a posting (`Match`), each rule of `rules` looks at a `Case`
and yields findings, and `scoring` turns those into parts of a score. `reviewing.review` does one after the other.

Every `start` and `end` is an offset in `ReadDocument.text`, the normalized text, counted in characters of Python.
"""

ENGINE = "1.0"
