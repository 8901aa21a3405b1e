"""Files of people: as they were sent, or encrypted where the operator set keys."""

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile

from kit.storage import PrivateStorage

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def kept(tmp_path, *keys, content=b"Sam Rivera"):
    storage = PrivateStorage(location=tmp_path, keys=list(keys))
    return storage, storage.save("resume.txt", ContentFile(content))


def test_without_keys_a_file_lies_as_it_was_sent(tmp_path):
    storage, name = kept(tmp_path)

    assert (tmp_path / name).read_bytes() == b"Sam Rivera"
    assert storage.open(name).read() == b"Sam Rivera"
    assert (tmp_path / name).stat().st_mode & 0o077 == 0


def test_with_a_key_nothing_of_it_can_be_read_on_the_disk(tmp_path):
    storage, name = kept(tmp_path, NEW)

    assert b"Sam" not in (tmp_path / name).read_bytes()
    assert storage.open(name).read() == b"Sam Rivera"


def test_a_new_key_is_put_first_and_the_old_one_still_opens(tmp_path):
    _storage, name = kept(tmp_path, OLD)

    assert PrivateStorage(location=tmp_path, keys=[NEW, OLD]).open(name).read() == b"Sam Rivera"


def test_files_from_before_a_key_was_set_can_be_read(tmp_path):
    _storage, name = kept(tmp_path)

    assert PrivateStorage(location=tmp_path, keys=[NEW]).open(name).read() == b"Sam Rivera"


@pytest.mark.parametrize("keys", [[], [NEW]])
def test_without_the_right_key_the_operator_is_told_what_to_do(tmp_path, keys):
    _storage, name = kept(tmp_path, OLD)

    with pytest.raises(ImproperlyConfigured, match="CAREERGUIDE_FILE_KEYS"):
        PrivateStorage(location=tmp_path, keys=keys).open(name)


@pytest.mark.parametrize("key", ["short", "x" * 44])
def test_a_key_that_is_none_stops_the_start(tmp_path, key):
    with pytest.raises(ImproperlyConfigured, match="make_file_key"):
        PrivateStorage(location=tmp_path, keys=[key])
