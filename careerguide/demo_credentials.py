"""What the demonstration's seeker holds: one in force, one under way, one that has ended."""

from datetime import date, timedelta

from accounts.models import User
from certifications.actions.holding import reach
from certifications.forms.picking import registration_name
from certifications.models import HeldCredential
from guides.models import Credential, Role, State

_UNDER_WAY, _ENDED = "ptcb-cpht", "bls-provider"
_TWO_YEARS = timedelta(days=730)


def write_credentials(seeker: User, role: Role, *, today: date) -> None:
    """A registration as a trainee, an exam to come, and a course card that was not renewed."""
    state = State.objects.filter(usps=seeker.state).first()
    if state:
        earned_on = today - timedelta(days=140)
        _keep(
            HeldCredential(holder=seeker, role=role, state=state, name=registration_name(role, state)),
            earned_on=earned_on,
            expires_on=earned_on + timedelta(days=540),
        )
    known = {one.slug: one for one in Credential.objects.filter(slug__in=[_UNDER_WAY, _ENDED])}
    if _UNDER_WAY in known:
        HeldCredential.objects.create(
            holder=seeker, credential=known[_UNDER_WAY], role=role, stage=HeldCredential.Stage.PREPARING
        )
    if _ENDED in known:
        expires_on = today - timedelta(days=20)
        _keep(
            HeldCredential(holder=seeker, credential=known[_ENDED]),
            earned_on=expires_on - _TWO_YEARS,
            expires_on=expires_on,
        )


def _keep(held: HeldCredential, *, earned_on: date, expires_on: date) -> None:
    held.stage, held.earned_on, held.expires_on = HeldCredential.Stage.CERTIFIED, earned_on, expires_on
    held.save()
    reach(held, on=earned_on)
