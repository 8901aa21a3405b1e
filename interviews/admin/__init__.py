"""The desk's part for interviews: the question bank, and which notes of the feedback people called wrong.

What people keep of their own (questions, answers, stories, interviews) is not here.
"""

from interviews.admin.bank import CompetencyAdmin, QuestionAdmin

__all__ = ["CompetencyAdmin", "QuestionAdmin"]
