"""`make run` finds a Python that works, or says in a sentence what to install."""

import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

SCRIPT = Path(settings.BASE_DIR) / "bin" / "make_environment"


@pytest.fixture
def machine(tmp_path):
    """A machine that has these Pythons: name → (version, can make environments)."""

    def run(**pythons):
        programs = tmp_path / "bin"
        programs.mkdir()
        for name, (version, complete) in pythons.items():
            new_enough = tuple(map(int, version.split("."))) >= (3, 11)
            program = programs / name.replace("_", ".")
            program.write_text(
                "#!/bin/sh\n"
                'case "$2" in\n'
                f"  *version_info*) exit {0 if new_enough else 1};;\n"
                f"  *platform*) echo {version};;\n"
                f"  *ensurepip*) exit {0 if complete else 1};;\n"
                f'  *venv*) echo "{name} makes the environment";;\n'
                "esac\n"
            )
            program.chmod(0o755)
        return subprocess.run(
            [shutil.which("sh"), SCRIPT],
            cwd=tmp_path,
            env={"PATH": str(programs)},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_the_newest_tried_python_is_taken(machine):
    done = machine(python3_13=("3.13.1", True), python3=("3.11.2", True))

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "Making .venv with Python 3.13.1."


def test_a_python_that_cannot_make_environments_is_passed_over(machine):
    done = machine(python3_13=("3.13.1", False), python3=("3.11.2", True))

    assert done.stdout.splitlines()[0] == "Making .venv with Python 3.11.2."


def test_a_missing_part_is_named(machine):
    done = machine(python3=("3.11.2", False))

    assert done.returncode == 1
    assert "sudo apt install python3.11-venv" in done.stderr


def test_an_old_python_is_named(machine):
    done = machine(python3=("3.10.12", True))

    assert done.returncode == 1
    assert "needs Python 3.11 or newer; the newest found here is 3.10.12" in done.stderr


def test_no_python_at_all_is_said_so(machine):
    done = machine()

    assert done.returncode == 1
    assert "none was found" in done.stderr
