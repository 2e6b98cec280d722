"""Sets up what the project needs on a fresh machine: ``python3 bootstrap.py``, with ``--tests`` the browsers too.

Called by the Makefile. Standard library only and readable by old Pythons, because it runs before anything is installed.
Every step is skipped when its inputs have not changed; every failure is one German sentence that says what to do.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
STAMPS = VENV / "stamps"
OLDEST = (3, 11)

# Chromium without a window comes first: a page costs it less than half of the CPU time.
WINDOWLESS = "chromium-headless-shell"
CHROMIUM = (WINDOWLESS, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FIREFOX = ("firefox-esr", "firefox")
NGINX = ("nginx",)
APACHE = ("apache2", "httpd")

# Apache comes without its service. That of nginx is not started on port 80, neither now, which policy-rc.d forbids, nor
# at the machine's next start. Where nginx is there already, its service is left as it is.
_INSTALL_SERVERS = """
PATH=$PATH:/usr/sbin:/sbin
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  trap 'rm -f $policy' EXIT
  printf '#!/bin/sh\\nexit 101\\n' >$policy && chmod +x $policy
fi
apt-get install -y --no-install-recommends apache2-bin openssl
command -v nginx >/dev/null && exit
apt-get install -y --no-install-recommends nginx && update-rc.d nginx disable
"""


class SetupError(Exception):
    """One sentence for the person at the terminal: what failed and what to do."""


def main() -> int:
    """Run the steps; return 0, or 1 after printing why a step failed."""
    parser = argparse.ArgumentParser(description="Richtet Umgebung, Pakete und (mit --tests) die Browser ein.")
    parser.add_argument("--tests", action="store_true", help="auch Browser und Server für die Tests einrichten")
    wanted = parser.parse_args()
    try:
        require_python()
        create_environment()
        install_python_packages()
        install_npm_packages()
        if wanted.tests:
            install_browsers()
            install_servers()
            install_wrong_clock()
    except SetupError as error:
        print("Abbruch: %s" % error, file=sys.stderr)
        return 1
    return 0


def require_python() -> None:
    """Go on with a Python that is new enough, looking for another one before giving up."""
    if Path(sys.prefix).resolve() == VENV:
        # Run from inside the environment (an activated shell, `make`): it cannot be replaced while it runs.
        base = str(Path(sys.base_prefix) / "bin" / "python3")
        os.execv(base, [base] + sys.argv)  # noqa: S606
    if sys.version_info >= OLDEST:
        return
    for minor in range(20, OLDEST[1] - 1, -1):
        found = shutil.which("python3.%d" % minor)
        if found:
            os.execv(found, [found] + sys.argv)  # noqa: S606
    raise SetupError(
        "Python 3.11 oder neuer fehlt; gefunden wurde nur %s. Bitte installieren." % sys.version.split()[0]
    )


def create_environment() -> None:
    """Make the virtual environment, once per Python version."""
    if _done("environment", sys.version):
        return
    _say("1/4", "Python-Umgebung wird angelegt")
    shutil.rmtree(VENV, ignore_errors=True)
    made = _run([sys.executable, "-m", "venv", str(VENV)])
    if made.returncode != 0 and _as_root("apt-get", "install", "-y", "python3-venv"):
        made = _run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode != 0:
        raise SetupError(
            "Die Python-Umgebung ließ sich nicht anlegen. Unter Debian und Ubuntu fehlt oft: apt install python3-venv"
        )
    _mark_done("environment", sys.version)


def install_python_packages() -> None:
    """Install the locked packages with their hashes, then the project itself as editable."""
    key = _digest("requirements.lock", "pyproject.toml")
    if _done("packages", key):
        return
    _say("2/4", "Python-Pakete werden installiert (etwa 120 MB, beim ersten Mal ein bis zwei Minuten)")
    pip = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    locked = _run(pip + ["--require-hashes", "-r", str(ROOT / "requirements.lock")])
    if locked.returncode != 0:
        raise SetupError("Die Python-Pakete ließen sich nicht laden.%s" % _cause(locked))
    own = _run(pip + ["--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    if own.returncode != 0:
        raise SetupError("Das Projekt selbst ließ sich nicht installieren.%s" % _cause(own))
    _mark_done("packages", key)


def install_npm_packages() -> None:
    """Install what is served or tested with but was not written here; Node itself came with the Python packages."""
    key = _digest("package-lock.json", ".npmrc")
    if _done("npm", key) and (ROOT / "node_modules").is_dir():
        return
    _say("3/4", "Pyodide und Prüfwerkzeuge werden geladen")
    installed = _run([str(BIN / "npm"), "ci", "--no-progress"], path_first=BIN)
    if installed.returncode != 0:
        raise SetupError("Die npm-Pakete ließen sich nicht laden.%s" % _cause(installed))
    _mark_done("npm", key)


def install_browsers() -> None:
    """Make sure that a Chromium (required) and a Firefox (one smoke test) can be started."""
    if not os.environ.get("CHROMIUM") and not shutil.which(WINDOWLESS) and not _done("windowless", WINDOWLESS):
        _say("4/4", "Ein Browser ohne Fenster für die Tests wird eingerichtet")
        _as_root("apt-get", "install", "-y", WINDOWLESS)
        _mark_done("windowless", WINDOWLESS)
    if find_chromium() and find_firefox():
        return
    _say("4/4", "Browser für die Tests werden eingerichtet")
    if not find_chromium():
        _as_root("apt-get", "install", "-y", "chromium") or _playwright_chromium()
    if not find_firefox():
        _as_root("apt-get", "install", "-y", "firefox-esr")
    if not find_chromium():
        raise SetupError(
            "Für die Tests fehlt ein Chromium. Bitte „chromium“ mit der Paketverwaltung des Systems installieren "
            "oder den Pfad in der Umgebungsvariablen CHROMIUM angeben."
        )
    if not find_firefox():
        print("Hinweis: Kein Firefox gefunden; der Test mit Firefox wird übersprungen.", file=sys.stderr)


def install_servers() -> None:
    """Make sure that the tests can start an nginx and an Apache; by itself, none of them runs."""
    if not (find_nginx() and find_apache() and shutil.which("openssl")):
        _as_root("sh", "-c", _INSTALL_SERVERS)
    for name, found in (("nginx", find_nginx()), ("Apache", find_apache())):
        if not found:
            print("Hinweis: Kein %s gefunden; die Tests damit werden übersprungen." % name, file=sys.stderr)


def install_wrong_clock() -> None:
    """Make sure that there is the library by which `make verify` builds under another clock."""
    if not _find_faketime() and not _as_root("apt-get", "install", "-y", "libfaketime"):
        print("Hinweis: libfaketime fehlt, „make verify“ braucht es: apt install libfaketime", file=sys.stderr)


def _find_faketime() -> bool:
    found = (
        each for base in ("/usr/lib", "/usr/local/lib") for each in Path(base).glob("**/faketime/libfaketime.so.1")
    )
    return bool(os.environ.get("LIBFAKETIME")) or any(found)


def find_chromium():  # type: () -> str | None
    """Return the path of a Chromium: the variable CHROMIUM, an installed one, or Playwright's own; else None."""
    return os.environ.get("CHROMIUM") or _first_on_path(CHROMIUM) or _playwright_path()


def find_firefox():  # type: () -> str | None
    """Return the path of a Firefox: the variable FIREFOX, where it is set, or an installed one; else None."""
    return os.environ.get("FIREFOX", _first_on_path(FIREFOX)) or None


def find_nginx():  # type: () -> str | None
    """Return the path of an nginx: the variable NGINX, where it is set, or an installed one; else None."""
    return os.environ.get("NGINX", _first_on_path(NGINX)) or None


def find_apache():  # type: () -> str | None
    """Return the path of an Apache: the variable APACHE, where it is set, or an installed one; else None."""
    return os.environ.get("APACHE", _first_on_path(APACHE)) or None


def _first_on_path(names):  # type: (tuple[str, ...]) -> str | None
    # Servers lie where only root has a path to.
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
    return next((found for found in (shutil.which(name, path=path) for name in names) if found), None)


def _playwright_path():  # type: () -> str | None
    code = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    asked = _run([str(BIN / "python"), "-c", code]) if (BIN / "python").exists() else None
    path = asked.stdout.strip() if asked and asked.returncode == 0 else ""
    return path if path and Path(path).exists() else None


def _playwright_chromium() -> bool:
    return _run([str(BIN / "playwright"), "install", "--with-deps", "chromium"]).returncode == 0


def _as_root(*command: str) -> bool:
    """Run a command of the system's package manager if that takes no question; return whether it worked."""
    if not shutil.which("apt-get"):
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and not shutil.which("sudo"):
        return False
    _run(sudo + ["apt-get", "update"])
    return _run(sudo + list(command)).returncode == 0


def _run(command, path_first=None):  # type: (list[str], Path | None) -> subprocess.CompletedProcess[str]
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    if path_first:
        environment["PATH"] = "%s%s%s" % (path_first, os.pathsep, environment.get("PATH", ""))
    return subprocess.run(
        command, cwd=str(ROOT), env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def _cause(finished):  # type: (subprocess.CompletedProcess[str]) -> str
    lines = [line for line in (finished.stderr + finished.stdout).splitlines() if "error" in line.lower()]
    return " Ist das Netz erreichbar? Gemeldet wurde: %s" % (lines[0].strip() if lines else "nichts")


def _say(step: str, text: str) -> None:
    print("[%s] %s …" % (step, text), flush=True)


def _digest(*names: str) -> str:
    return hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in names)).hexdigest()


def _done(step: str, key: str) -> bool:
    stamp = STAMPS / step
    return stamp.is_file() and stamp.read_text() == key


def _mark_done(step: str, key: str) -> None:
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / step).write_text(key)


if __name__ == "__main__":
    sys.exit(main())
