#!/usr/bin/env python3
"""Every message key that code uses exists, every message is used, and no Persian sentence stands in code.

A key is any string literal of the form area.name whose area is one of the tables'. Keys that are put together at run time
(«state.» + name) keep their area alive through the prefixes found in code.
"""
import pathlib
import re
import subprocess
import sys

ENTRY = re.compile(r'\{"([a-z][a-z_0-9]*(?:\.[a-z_0-9]+)+)",\s*"')
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
KEY = re.compile(r"^[a-z][a-z_0-9]*(\.[a-z_0-9]+)+$")
TAKES_KEY = re.compile(r"\b(make_error|say|refuse|refused|field_error)\(")
PERSIAN = re.compile("[\u0600-\u06ff]{2,}")
# Single letters and names of Unicode tables are not sentences; these rooms handle the letters themselves, and clause_head
# recognises the words with which articles of a regulation begin.
LETTERS = re.compile(r"^(shared/(text|calendar|messages)/|shared/consultations/clause_head\.cpp|tests/|assets/)")


def code_files():
    listed = subprocess.run(["git", "ls-files", "*.cpp", "*.h", "*.js", "*.mjs"], capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split() if name.split("/", 1)[0] in ("shared", "web", "server", "tests")]


def main() -> int:
    faults, messages, used, prefixes = [], {}, set(), set()
    for path in sorted(pathlib.Path("shared/messages").glob("fa_*.cpp")):
        text = path.read_text(encoding="utf-8")
        for entry in ENTRY.finditer(text):
            key, place = entry.group(1), f"{path}:{text.count(chr(10), 0, entry.start()) + 1}"
            if key in messages:
                faults.append(f"{place}: {key} is there twice")
            messages[key] = place
    areas = {key.split(".", 1)[0] for key in messages}
    for name in code_files():
        if name.startswith("shared/messages/fa_"):
            continue
        for number, line in enumerate(pathlib.Path(name).read_text(encoding="utf-8").splitlines(), 1):
            code = re.sub(r"//.*$", "", line) if name.endswith((".cpp", ".h")) else line
            for literal in LITERAL.findall(code):
                # A key of an area that no table has is found by the function that takes it.
                if KEY.match(literal) and (literal.split(".", 1)[0] in areas or TAKES_KEY.search(code)):
                    used.add(literal)
                    if literal not in messages and not name.startswith("tests/") and not literal.endswith(
                        (".h", ".js", ".css", ".json", ".cpp")
                    ):
                        faults.append(f"{name}:{number}: there is no message {literal}")
                elif re.match(r"^[a-z_0-9.]+\.$", literal):
                    prefixes.add(literal)
                if PERSIAN.search(literal) and not LETTERS.match(name):
                    faults.append(f"{name}:{number}: a Persian sentence belongs into shared/messages")
    for key, place in messages.items():
        if key not in used and not any(key.startswith(prefix) for prefix in prefixes):
            faults.append(f"{place}: nobody uses {key}")
    print("\n".join(faults)) if faults else None
    return 1 if faults else 0


sys.exit(main())
