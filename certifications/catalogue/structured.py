"""What search engines read beside the page of a credential."""

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from certifications.catalogue.page import CredentialPage
from guides.structured import Thing, breadcrumbs, script


def of_credential(page: CredentialPage) -> SafeString:
    """The credential, who gives it and who recognizes it, and the way to its page."""
    credential = page.credential
    return script(
        _credential(page),
        breadcrumbs((_("Certifications"), reverse("certifications:list")), (credential.name, page.url)),
    )


def _credential(page: CredentialPage) -> Thing:
    credential = page.credential
    issuer = {"@type": "Organization", "name": credential.issuer, "url": credential.issuer_url}
    thing: Thing = {
        "@type": "EducationalOccupationalCredential",
        "name": credential.name,
        "alternateName": credential.abbreviation,
        "description": credential.summary,
        "url": settings.BASE_URL + page.url,
        "credentialCategory": str(page.word.one),
        "recognizedBy": {name: value for name, value in issuer.items() if value},
        "about": [
            {"@type": "Occupation", "name": role.title, "url": settings.BASE_URL + role.get_absolute_url()}
            for role in page.roles
        ],
    }
    return {name: value for name, value in thing.items() if value}
