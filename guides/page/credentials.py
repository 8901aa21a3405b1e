"""Credentials: those for people starting out side by side, the later ones as a list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guides.models import Credential
from guides.page.facts import FactStore, FactView
from guides.page.notes import Margin, Note
from guides.page.texts import Writer

# What someone asks first of a later credential; its other facts stay in the tables.
_FIRST_ASKED = ("eligibility", "exam.items", "exam.fee")


@dataclass(frozen=True)
class CredentialRow:
    """One thing compared, for each credential; empty where we do not know."""

    label: str
    cells: list[tuple[str, SafeString | str]]


@dataclass(frozen=True)
class CredentialTable:
    """The entry credentials side by side."""

    columns: list[Credential]
    rows: list[CredentialRow]
    notes: tuple[Note, ...]


def credential_table(
    facts: FactStore, writer: Writer, credentials: Sequence[Credential], *, only: Sequence[str] = ()
) -> CredentialTable:
    """Every fact that at least one of the credentials has, in the order of the first; or only those that are named."""
    margin = Margin("b-credentials")
    known = {credential.pk: facts.of_credential(credential.pk, only=only) for credential in credentials}
    names = [credential.issuer for credential in credentials]
    rows = [
        CredentialRow(_("Letters you get"), [*zip(names, (item.abbreviation for item in credentials), strict=True)]),
        CredentialRow(_("Exam"), [*zip(names, (item.exam for item in credentials), strict=True)]),
    ]
    for key, label in _labels(known.values()).items():
        cells = [(item.issuer, _cell(known[item.pk].get(key), facts, writer, margin, item)) for item in credentials]
        rows.append(CredentialRow(label, cells))
    rows = [row for row in rows if any(cell for _name, cell in row.cells)]
    return CredentialTable([*credentials], rows, margin.notes())


def _labels(known: Iterable[dict[str, FactView]]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for views in known:
        for key, view in views.items():
            labels.setdefault(key, view.label)
    return labels


def _cell(
    view: FactView | None, facts: FactStore, writer: Writer, margin: Margin, whose: Credential
) -> SafeString | str:
    """The fact in its cell; a doubt in the margin says whose fact it is."""
    if view is None:
        return ""
    if view.source is not None:
        facts.used[view.source.pk] = view.source
    if view.is_low or view.is_stale:
        view = replace(view, label=f"{whose.letters_and_issuer}: {view.label}")
    return writer.value(view, margin)


@dataclass(frozen=True)
class LaterCredential:
    """A credential for people who are in the trade already, with what is asked first."""

    credential: Credential
    facts: list[tuple[str, SafeString | str]]


@dataclass(frozen=True)
class LaterCredentials:
    """Later credentials in groups of one kind and issuer."""

    groups: list[tuple[str, list[LaterCredential]]]
    notes: tuple[Note, ...]


def later_credentials(facts: FactStore, writer: Writer, credentials: Sequence[Credential]) -> LaterCredentials:
    """Certifications before certificates, each group in its own order."""
    margin = Margin("b-more")
    groups: dict[str, list[LaterCredential]] = {}
    for credential in credentials:
        known = facts.of_credential(credential.pk, only=_FIRST_ASKED)
        told = {key: known[key] for key in _FIRST_ASKED if key in known}
        asked = [(view.label, _cell(view, facts, writer, margin, credential)) for view in told.values()]
        groups.setdefault(_group(credential), []).append(LaterCredential(credential, asked))
    return LaterCredentials([*groups.items()], margin.notes())


_GROUPS = {
    Credential.Kind.CERTIFICATION: gettext_lazy("Certifications"),
    Credential.Kind.LICENCE: gettext_lazy("Licenses"),
    Credential.Kind.REGISTRATION: gettext_lazy("Registrations"),
    Credential.Kind.CERTIFICATE: gettext_lazy("Certificates"),
}


def _group(credential: Credential) -> str:
    return str(_GROUPS[Credential.Kind(credential.kind)])
