"""Addresses of counselors, under /clients/."""

from django.urls import path

from caseloads.views import appointments, clients, hours, notes, records

app_name = "clients"
urlpatterns = [
    path("", clients.list, name="list"),
    path("invite/", clients.invite_client, name="invite"),
    path("invitations/<int:pk>/take-back/", clients.invitation_take_back, name="invitation_take_back"),
    path("hours/", hours.hours, name="hours"),
    path("hours/<int:pk>/", hours.hours_edit, name="hours_edit"),
    path("hours/<int:pk>/delete/", hours.hours_delete, name="hours_delete"),
    path("appointments/", appointments.list, name="appointments"),
    path("appointments/<int:pk>/edit/", appointments.edit, name="appointment_edit"),
    path("appointments/<int:pk>/confirm/", appointments.accept, name="appointment_confirm"),
    path("appointments/<int:pk>/cancel/", appointments.call_off, name="appointment_cancel"),
    path("appointments/<int:pk>/outcome/", appointments.outcome, name="appointment_outcome"),
    path("appointments/<int:pk>/appointment.ics", appointments.file, name="appointment_file"),
    path("<int:pk>/", records.detail, name="detail"),
    path("<int:pk>/take/", clients.take_on, name="take"),
    path("<int:pk>/decline/", clients.turn_away, name="decline"),
    path("<int:pk>/end/", clients.finish, name="end"),
    path("<int:pk>/hand-over/", clients.hand_over, name="hand_over"),
    path("<int:pk>/certifications/", records.certifications, name="certifications"),
    path("<int:pk>/certifications/files/<int:file>/", records.certificate, name="certificate"),
    path("<int:pk>/study/", records.practice, name="practice"),
    path("<int:pk>/documents/", records.documents, name="documents"),
    path("<int:pk>/documents/<int:document>/", records.version, name="document"),
    path("<int:pk>/documents/<int:document>/<int:number>/", records.version, name="version"),
    path("<int:pk>/answers/", records.interviews, name="interviews"),
    path("<int:pk>/answers/<int:answer>/", records.answer, name="answer"),
    path("<int:pk>/answers/<int:answer>/recording/", records.recording, name="recording"),
    path("flags/<int:pk>/note/", clients.flag_note, name="flag_note"),
    path("<int:pk>/record/", records.record, name="record"),
    path("<int:pk>/jobs/", records.job_search, name="job_search"),
    path("<int:pk>/appointments/", appointments.of_client, name="client_appointments"),
    path("<int:pk>/appointments/add/", appointments.add, name="appointment_add"),
    path("<int:pk>/notes/", notes.list, name="notes"),
    path("<int:pk>/notes/add/", notes.add, name="note_add"),
    path("notes/<int:pk>/", notes.detail, name="note"),
    path("notes/<int:pk>/edit/", notes.edit, name="note_edit"),
    path("notes/<int:pk>/save/", notes.save, name="note_save"),
    path("notes/<int:pk>/delete/", notes.delete, name="note_delete"),
    path("notes/<int:pk>/amend/", notes.change, name="note_amend"),
    path("notes/<int:pk>/error/", notes.wrong, name="note_wrong"),
]
