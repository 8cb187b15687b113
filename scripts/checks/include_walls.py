#!/usr/bin/env python3
"""Holds the walls of the house (ARCHITECTURE.md): who may include whom, where third-party headers may appear, and that SQL
stands in the stores only."""
import pathlib
import re
import subprocess
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)')

# A statement at the beginning of a string; IMAP has a command SELECT of its own.
SQL = re.compile(r'R"sql\(|"(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO|CREATE|DROP|ALTER|PRAGMA) ')
MAY_HAVE_SQL = re.compile(r"^server/store/|^server/channels/imap\.cpp$|^tests/")

# room -> rooms whose headers it may include
MAY_USE = {
    "shared": {"shared"},
    "web": {"web", "shared"},
    "server": {"server", "shared"},
    "tests": {"tests", "shared", "web", "server"},
}

# A third-party header -> the only places where it may be included.
ONLY_IN = [
    (r"^imgui", r"^web/ui/|^tests/web/ui/"),
    (r"^imstb_", r"^web/(text|ui)/"),
    (r"^hb(-|\.|/)|^harfbuzz/|^fribidi|^linebreak\.h|^unibreak|^graphemebreak|^wordbreak", r"^web/text/|^tests/web/text/|^tests/bench/"),
    (r"^emscripten", r"_web\.cpp$|^web/platform/.*_web\.(h|cpp)$"),
    (r"^sqlite3\.h", r"^server/store/sqlite_[a-z_]+\.cpp$|^tests/(bench|server)/"),
    (r"^libpq", r"^server/store/postgres_database\.cpp$"),
    (r"^httplib\.h", r"^server/http/"),
    (r"^nlohmann/", r"^shared/json/[a-z_]+\.cpp$"),
    (r"^doctest", r"^tests/"),
    (r"^curl/|^gmime", r"^server/channels/"),
    (r"^pango|^cairo", r"^server/reports/"),
    (r"^gdk-pixbuf", r"^server/service/picture\.cpp$|^tests/server/service/picture_test\.cpp$"),
    (r"^xlsxwriter", r"^server/reports/xlsx\.cpp$"),
    (r"^qrencode", r"^server/http/qr_svg\.cpp$"),
    (r"^sodium", r"^server/"),
    (r"^magic\.h", r"^server/"),
    (r"^spdlog", r"^server/base/"),
    (r"^CLI/", r"^server/"),
]


def main() -> int:
    files = subprocess.run(["git", "ls-files", "*.cpp", "*.h"], capture_output=True, text=True, check=True).stdout.split()
    faults = []
    json_users = set()
    for name in files:
        room = name.split("/", 1)[0]
        if room not in MAY_USE:
            continue
        for number, line in enumerate(pathlib.Path(name).read_text(encoding="utf-8").splitlines(), 1):
            if SQL.search(line) and not MAY_HAVE_SQL.search(name):
                faults.append(f"{name}:{number}: SQL belongs into server/store")
            found = INCLUDE.match(line)
            if not found:
                continue
            header = found.group(1) or found.group(2)
            first = header.split("/", 1)[0]
            if first in MAY_USE and first not in MAY_USE[room]:
                faults.append(f"{name}:{number}: {room}/ must not include {header}")
            if found.group(1) and "/" not in header and not re.match(r"^(imgui|imstb|imconfig|httplib)", header):
                faults.append(f'{name}:{number}: write the include from the root of the repository: "{header}"')
            for pattern, place in ONLY_IN:
                if re.search(pattern, header) and not re.search(place, name):
                    faults.append(f"{name}:{number}: {header} may only be included in {place}")
            if header.startswith("nlohmann/"):
                json_users.add(name)
    if len(json_users) > 1:
        faults.append("the JSON library is included in more than one file: " + ", ".join(sorted(json_users)))
    print("\n".join(faults)) if faults else None
    return 1 if faults else 0


sys.exit(main())
