"""Public addresses of the question bank, under /interviews/; `general` stands for any job."""

from django.urls import path

from interviews.views import bank

app_name = "bank"
urlpatterns = [
    path("", bank.list, name="list"),
    path("<slug:slug>/", bank.role, name="role"),
]
