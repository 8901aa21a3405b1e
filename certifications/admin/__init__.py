"""The desk's part for certifications: rules and their versions, pathways, outlines, questions, drug names.

What people keep of their own (credentials, credits, sessions, groups) is not here.
"""

from certifications.admin.catalogue import ExamOutlineAdmin, PathwayAdmin
from certifications.admin.practice import DrugNameAdmin, PracticeQuestionAdmin
from certifications.admin.rules import RenewalRuleAdmin
from certifications.admin.versions import RenewalRuleVersionAdmin

__all__ = [
    "DrugNameAdmin",
    "ExamOutlineAdmin",
    "PathwayAdmin",
    "PracticeQuestionAdmin",
    "RenewalRuleAdmin",
    "RenewalRuleVersionAdmin",
]
