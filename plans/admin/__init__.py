"""The desk's part for plans: the templates. What people plan is theirs, and not here."""

from plans.admin.template import PlanTemplateAdmin, TemplateStepAdmin

__all__ = ["PlanTemplateAdmin", "TemplateStepAdmin"]
