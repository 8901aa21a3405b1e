"""Static files: hashed and compressed, with the few third-party files that we use served out of their packages."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.storage import HashedFilesMixin
from django.core.files.storage import FileSystemStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Only what pages link. The map is there because hashed storage follows the comment that names it.
_BOOTSTRAP = ("css/bootstrap.min.css", "css/bootstrap.min.css.map")


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Hashes the imports inside our own modules too, and leaves other people's modules alone."""

    support_js_module_import_aggregation = True
    _js_module_import_aggregation_patterns = (
        "js/*.js",
        HashedFilesMixin._js_module_import_aggregation_patterns[1],  # type: ignore[attr-defined]  # noqa: SLF001
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Files do not change while the server runs, and a page names some twenty of them.
        self._urls: dict[str, str] = {}

    def url(self, name: str | None, force: bool = False) -> str:
        """The file's address with its hash; while developing, as it is at this moment."""
        if settings.DEBUG or force or name is None:
            return str(super().url(name, force))
        if name not in self._urls:
            self._urls[name] = str(super().url(name))
        return self._urls[name]


class VendorFinder(BaseFinder):
    """Finds Bootstrap's files under `vendor/` in the package that ships them."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        spec = find_spec("django_include_bootstrap")
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError("Install the locked requirements: django-include-bootstrap is missing.")
        self.storage = FileSystemStorage(Path(spec.origin).parent / "static")
        self.storage.prefix = "vendor"  # type: ignore[attr-defined]
        super().__init__(*args, **kwargs)

    def check(self, **_kwargs: Any) -> list[Any]:
        """Nothing to set up, so nothing to check."""
        return []

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:
        """The file's place, for a path that pages use."""
        wanted = path.removeprefix("vendor/")
        if path.startswith("vendor/") and wanted in _BOOTSTRAP:
            place = self.storage.path(wanted)
            return [place] if find_all else place
        return []

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, Storage]]:  # noqa: ARG002
        """Every file that pages use."""
        for name in _BOOTSTRAP:
            yield name, self.storage
