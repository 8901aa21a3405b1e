"""Reads an answer to an interview question: plain Python, offline, no Django.

`coaching.coach` is the way in. It reads words, not people: there is no score of confidence or personality here.
"""

# Raised when a rule, a weight or a coefficient changes, so that old feedback is not held against new.
ENGINE = "7"
