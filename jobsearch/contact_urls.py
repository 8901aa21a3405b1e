"""Addresses of the people a person knows, under /my/contacts/."""

from django.urls import path

from jobsearch.views import contacts, vcards

app_name = "contacts"
urlpatterns = [
    path("", contacts.list, name="list"),
    path("add/", contacts.add, name="add"),
    path("import/", vcards.import_file, name="import_file"),
    path("export/", vcards.export, name="export"),
    path("<int:pk>/", contacts.detail, name="detail"),
    path("<int:pk>/card/", vcards.card, name="card"),
    path("<int:pk>/edit/", contacts.edit, name="edit"),
    path("<int:pk>/delete/", contacts.delete, name="delete"),
    path("<int:pk>/link/", contacts.link, name="link"),
    path("<int:pk>/rest/", contacts.rest, name="rest"),
    path("<int:pk>/referral/", contacts.referral, name="referral"),
    path("interactions/<int:pk>/", contacts.interaction, name="interaction"),
    path("interactions/<int:pk>/delete/", contacts.interaction_delete, name="interaction_delete"),
]
