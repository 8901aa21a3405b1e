"""Fields of work: the major groups of the Standard Occupational Classification (2018), in our words."""

from django.utils.translation import gettext_lazy as _

FIELDS = {
    "11": _("Management"),
    "13": _("Business and finance"),
    "15": _("Computers and math"),
    "17": _("Architecture and engineering"),
    "19": _("Science"),
    "21": _("Counseling and social services"),
    "23": _("Law"),
    "25": _("Teaching and libraries"),
    "27": _("Arts, design, sports and media"),
    "29": _("Health: treating, testing, technical work"),
    "31": _("Health: helping and assisting"),
    "33": _("Police, fire and security"),
    "35": _("Cooking and serving food"),
    "37": _("Cleaning and grounds"),
    "39": _("Personal care and service"),
    "41": _("Sales"),
    "43": _("Office work"),
    "45": _("Farming, fishing and forestry"),
    "47": _("Construction and mining"),
    "49": _("Installing and repairing"),
    "51": _("Making things"),
    "53": _("Driving and moving goods"),
    "55": _("Military"),
}


def field_of(code: str) -> str:
    """The field that a code belongs to, in words; empty for a group that the classification did not have."""
    return str(FIELDS.get(code[:2], ""))
