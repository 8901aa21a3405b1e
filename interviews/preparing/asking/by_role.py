"""Questions that fit one job, by the slug of its role."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

BY_ROLE: Final[dict[str, tuple[Promise, ...]]] = {
    "pharmacy-technician": (
        _("How many prescriptions go out on a usual day, and how many technicians are on for them?"),
        _("Which tasks do technicians do here: data entry, filling, insurance, vaccines, compounding?"),
        _("Who handles prior authorizations and rejected claims?"),
        _("Which pharmacy system do you use, and is there a robot or a counting machine?"),
        _("How does a technician stop a prescription that looks wrong, and what happens then?"),
        _("Would you support me through the certification exam, and by when would I need it?"),
        _("How are the counter, the drive-through and the phone shared out?"),
    ),
    "medical-assistant": (
        _("How many providers does one medical assistant work with, and how many patients a day?"),
        _("How is the day split between the front desk and the exam rooms?"),
        _("Which procedures may medical assistants do here: injections, blood draws, EKGs?"),
        _("Which health record do you use, and who enters orders and refill requests?"),
        _("What happens when the schedule runs an hour behind?"),
        _("How are calls and messages from patients sorted, and by whom?"),
    ),
    "phlebotomist": (
        _("How many draws does one person do on a morning round or a shift?"),
        _("Which patients would I see most: adults, children, people who are hard to stick?"),
        _("What is the rule here after two tries?"),
        _("How do you check patient and label at the bedside: scanner, armband, both?"),
        _("Who deals with redraws, and how is their number followed?"),
        _("Would I float between sites, or have one place?"),
    ),
    "dental-assistant": (
        _("How many chairs and dentists are there, and how many patients does one assistant see a day?"),
        _("Is the work four-handed at the chair all day, or are sterilizing and the desk part of it?"),
        _("Which tasks may assistants with my registration do here, and which do you want to add?"),
        _("Are your X-rays and impressions digital?"),
        _("How do you plan children, and people who are afraid?"),
        _("Who orders supplies and looks after the instruments?"),
    ),
    "certified-nursing-assistant": (
        _("How many residents or patients does one aide have by day, in the evening, at night?"),
        _("How often do you work a person short, and what gives then?"),
        _("Are lifts there and working, and is lifting in pairs the rule?"),
        _("Do aides keep the same people from week to week?"),
        _("How do nurses and aides hand over at the change of shift?"),
        _("Would you help me on to nursing school, with hours or with money?"),
    ),
    "surgical-technologist": (
        _("Which services would I scrub for, and how do you bring someone new into each?"),
        _("How many rooms run at once, and how many cases would I have a day?"),
        _("How does call work: how often, how fast must I be there, how is it paid?"),
        _("How are counts done here, and what happens when one does not come out?"),
        _("How do surgeons’ preference cards get corrected?"),
        _("How do the operating room and sterile processing work together?"),
    ),
    "sterile-processing-technician": (
        _("How many trays does the department turn in a shift, and how many people do it?"),
        _("Do people rotate through decontamination, assembly and sterilizing, or keep one post?"),
        _("Which tracking system do you use, and how are missing instruments handled?"),
        _("What happens here when a biological indicator comes back positive?"),
        _("How does the operating room tell you about a bad tray, and what follows?"),
        _("By when do I need to be certified, and do you pay for it?"),
    ),
    "emt": (
        _("How many calls does a crew run on a shift, and how many are transfers?"),
        _("Who would be my partner and my field trainer, and for how long?"),
        _("How long are shifts, and how are late calls and rest after them handled?"),
        _("What is on the truck, and who checks it?"),
        _("What do you do for a crew after a bad call?"),
        _("Do you help people on to paramedic school?"),
    ),
    "medical-coder": (
        _("Which kinds of charts would I code, and how many an hour or a day do you expect?"),
        _("How is accuracy audited, how often, and what is the mark?"),
        _("How do coders query a doctor, and how quickly do answers come back?"),
        _("Which encoder and health record do you use?"),
        _("Is the work from home, and after how long; whose computer is it?"),
        _("How do you learn of the yearly changes to the codes: on paid time?"),
        _("Do coders here see denials and help to answer them?"),
    ),
    "veterinary-technician": (
        _("How many veterinarians and technicians are on, and how many patients a day?"),
        _("Which tasks do licensed technicians do here that assistants do not?"),
        _("How much of it is surgery, dental work, lab work, the front?"),
        _("How are emergencies and late patients covered?"),
        _("How does the team look after itself after a hard euthanasia?"),
        _("Do you pay for continuing education and the license?"),
    ),
    "radiologic-technologist": (
        _("How many exams does one technologist do a shift, and in which rooms?"),
        _("Which equipment do you have, how old is it, and what is to be replaced?"),
        _("How much is portable work, the operating room, trauma?"),
        _("Could I cross-train in CT or MRI, and when?"),
        _("How are repeats counted and talked about?"),
        _("How do call, nights and weekends rotate?"),
    ),
    "licensed-practical-nurse": (
        _("How many patients or residents does one LPN have on each shift?"),
        _("Is there a registered nurse in the building at every hour, and how do we reach the provider?"),
        _("What may LPNs do here with IVs, and what do you teach?"),
        _("How many aides would I lead, and how are tasks handed to them?"),
        _("How long is orientation, and with whom?"),
        _("How do you plan when the next shift does not come?"),
        _("Would you help me to become a registered nurse?"),
    ),
}
