"""What three of the ready files say of a path of the site, worked out as the hosts document it that read them."""

import fnmatch
import os
import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from servers.running import READY

SECONDS_A_DAY = 86_400


class HeadersFile:
    """`_headers`: paths with `*` for anything; what several rules say of one header is joined by commas."""

    def __init__(self) -> None:
        self.rules: dict[str, list[tuple[str, str]]] = {}
        for line in (READY / "headers.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("/"):
                path = line
                self.rules[path] = []
            elif line.startswith("  "):
                name, _, value = line.strip().partition(": ")
                self.rules[path].append((name, value))

    def at(self, path: str) -> Mapping[str, str]:
        """Return the headers of a path."""
        found: dict[str, str] = {}
        for pattern, headers in self.rules.items():
            if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), f"/{path}"):
                for name, value in headers:
                    found[name] = f"{found[name]}, {value}" if name in found else value
        return found


class WebConfig:
    """`web.config`: what a <location> says is added to what the whole file says, and replaces it for one attribute."""

    def __init__(self) -> None:
        root = ET.fromstring((READY / "iis.txt").read_bytes())  # noqa: S314 - our own file
        self.everywhere = root.find("system.webServer")
        self.locations = {each.get("path", ""): each.find("system.webServer") for each in root.findall("location")}
        self.types = {e.get("fileExtension", ""): e.get("mimeType", "") for e in root.iter("mimeMap")}
        self.removed = {e.get("fileExtension", "") for e in root.iter("remove") if e.get("fileExtension")}

    def at(self, path: str) -> Mapping[str, str]:
        """Return the headers of a path."""
        headers: dict[str, str] = {}
        cache: dict[str, str] = {}
        for section in self._sections(path):
            headers |= {
                e.get("name", ""): e.get("value", "") for e in section.findall("httpProtocol/customHeaders/add")
            }
            for element in section.findall("staticContent/clientCache"):
                cache |= element.attrib
        return headers | {"Cache-Control": _client_cache(cache), "Content-Type": self.types[PurePosixPath(path).suffix]}

    def _sections(self, path: str) -> Iterator[ET.Element]:
        around = [place for place in self.locations if path == place or path.startswith(f"{place}/")]
        for section in [self.everywhere, *(self.locations[place] for place in sorted(around, key=len))]:
            assert section is not None
            yield section


def _client_cache(attributes: Mapping[str, str]) -> str:
    custom = attributes.get("cacheControlCustom", "")
    if attributes["cacheControlMode"] == "DisableCache":
        return ", ".join(filter(None, [custom, "no-cache"]))
    days, clock = attributes["cacheControlMaxAge"].split(".")
    assert clock == "00:00:00"
    return ", ".join(filter(None, [custom, f"max-age={int(days) * SECONDS_A_DAY}"]))


def uploaded(site: Path, folder: Path) -> Mapping[str, Mapping[str, str]]:
    """Run `objektspeicher.txt` and return path → the headers that the store is told, of every file that arrives there.

    The program `aws` is one that only writes down how it was called; its filters are worked out here: what comes later
    on the command line wins, and `*` stands for anything.
    """
    calls = folder / "calls"
    program = folder / "aws"
    program.write_text(
        f'#!/bin/sh\nfor each in "$@"; do printf "%s\\0" "$each"; done >> {calls}\nprintf "\\n" >> {calls}\n'
    )
    program.chmod(0o755)
    command = ["sh", str(READY / "objektspeicher.txt"), str(site), "s3://weltoffen"]
    subprocess.run(command, env={**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}, check=True)
    stored: dict[str, Mapping[str, str]] = {}
    for line in calls.read_text(encoding="utf-8").splitlines():
        verb, what, source, _, _, *options = line.split("\0")[:-1]
        assert (verb, what) == ("s3", "cp")
        pairs = list(zip(options[::2], options[1::2], strict=True))
        told = {"Content-Type": dict(pairs)["--content-type"], "Cache-Control": dict(pairs)["--cache-control"]}
        filters = [(option == "--include", value) for option, value in pairs if option in ("--include", "--exclude")]
        for file in (path for path in Path(source).rglob("*") if path.is_file()):
            name = file.relative_to(source).as_posix()
            if [taken for taken, pattern in filters if fnmatch.fnmatchcase(name, pattern)][-1]:
                assert file.relative_to(site).as_posix() not in stored, f"{name} is uploaded twice"
                stored[file.relative_to(site).as_posix()] = told
    return stored
