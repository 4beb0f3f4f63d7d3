"""The README and the docs tell the truth about commands, settings and files."""

from __future__ import annotations

import pkgutil
import re
import tomllib
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from bot.settings import DEFAULTS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DOCS = sorted((ROOT / "docs").glob("*.md"))


def environment_example() -> dict[str, str]:
    """Return the variables of .env.example with their values."""
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    """Each command of the command line stands in the README."""
    assert f"policy-bot {name}" in README


@pytest.mark.parametrize("name", DEFAULTS)
def test_the_readme_names_every_setting(name: str) -> None:
    """Each environment variable stands in the README."""
    assert f"`{name}`" in README


def test_the_readme_names_no_command_that_is_not_there() -> None:
    """Every `policy-bot WORD` in the README is a command."""
    named = set(re.findall(r"policy-bot ([a-z]+)\b", README))
    assert named <= set(COMMANDS)


def test_the_example_environment_lists_the_settings_with_their_defaults() -> None:
    """.env.example has each variable once, with the value that holds where it is not set."""
    assert environment_example() == DEFAULTS


def test_the_procfile_runs_real_commands() -> None:
    """Each process of the Procfile is a command of the command line."""
    lines = (ROOT / "Procfile").read_text("utf-8").splitlines()
    for line in lines:
        process, _, command = line.partition(": ")
        assert process in {"web", "worker", "clock"}
        assert command.split()[:1] == ["policy-bot"]
        assert command.split()[1] in COMMANDS


def test_the_make_targets_of_the_readme_exist() -> None:
    """Every `make TARGET` in the README and the docs stands in the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for path in [ROOT / "README.md", *DOCS]:
        assert set(re.findall(r"`make ([a-z-]+)", path.read_text("utf-8"))) <= targets, path.name


@pytest.mark.parametrize("path", [ROOT / "README.md", *DOCS], ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """A relative link in a document names a file that exists."""
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize(
    "name",
    re.findall(r"`((?:bot|handlers|db|corpus)\.[\w.]+)`", (ROOT / "docs" / "glossary.md").read_text("utf-8")),
)
def test_a_term_of_the_glossary_is_a_name_in_the_code(name: str) -> None:
    """Each stands for a module, a class, a function or a method that there is, as it is written."""
    assert pkgutil.resolve_name(name) is not None


def test_the_glossary_is_short_and_says_where_each_term_is() -> None:
    """At most 60 lines, every term once, each with its place in the code."""
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")][1:]
    terms = [row for row in rows if not row[0].startswith("**")]
    assert len(text.splitlines()) <= 60
    assert len({row[0] for row in terms}) == len(terms) > 30
    assert all(len(row) == 3 and row[2].startswith("`") for row in terms)


def test_packages_are_named_one_by_one() -> None:
    """The four rooms are what is installed, and nothing else."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert packages == ["bot", "handlers", "db", "corpus"]


def test_the_lock_names_no_index() -> None:
    """The lock holds hashes and no address, so that it installs from whichever index a machine uses."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "--hash=sha256:" in lock
    assert "://" not in lock
