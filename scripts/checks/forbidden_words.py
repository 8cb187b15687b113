#!/usr/bin/env python3
"""Words that must not appear: functions that depend on the locale or throw on bad input, left and right outside the one
file that knows them, clocks in shared/, and traces of a machine or a registry."""
import pathlib
import re
import subprocess
import sys

RULES = [
    # (pattern, files it is held in, files it is allowed in, what to do instead)
    (r"\b(isalnum|isalpha|isdigit|isspace|tolower|toupper|strftime|setlocale|atoi|atof|stoi|stol|stoll|stod)\s*\(",
     r"^(shared|web|server)/.*\.(cpp|h)$", r"^$", "depends on the locale or throws: use shared/text or std::from_chars"),
    (r"std::to_string\(\s*(static_cast<double>|double|float)", r"^(shared|web|server)/.*\.(cpp|h)$", r"^$",
     "std::to_string of a double depends on the locale"),
    (r"\b(throw|try|catch)\b(?!_)", r"^(shared|web)/.*\.(cpp|h)$", r"^$", "shared and web use no exceptions"),
    (r"system_clock|steady_clock|\btime\(nullptr|\btime\(NULL|gettimeofday|\bstd::mutex|\bstd::thread|\bfopen\b|\bifstream\b",
     r"^shared/.*\.(cpp|h)$", r"^$", "shared has no clock, file, socket or thread"),
    (r"(margin|padding|border|inset)-(left|right)|text-align:\s*(left|right)|float:\s*(left|right)", r"\.css$", r"^$",
     "use logical properties"),
    (r"(registry\.npmjs|deb\.debian|ftp\.[a-z]+\.debian|//mirrors?\.[a-z]+\.)", r".*", r"^scripts/checks/", "names a registry's host"),
    (r"/(?:work|farm|root)/|/home/[a-z]", r".*", r"^scripts/checks/|^package-lock\.json$", "names a path of one machine"),
    (r"\b(TODO|FIXME|XXX|HACK)\b", r"\.(cpp|h|js|mjs|css|sh|py)$", r"^scripts/checks/", "finish it or file an issue"),
]


def main() -> int:
    files = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True).stdout.split("\n")
    faults = []
    for name in filter(None, files):
        path = pathlib.Path(name)
        if not path.is_file() or path.suffix in (".png", ".ttf", ".woff2", ".pdf"):
            continue
        rules = [rule for rule in RULES if re.search(rule[1], name) and not re.search(rule[2], name)]
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            if path.suffix in (".cpp", ".h"):
                line = re.sub(r"//(?!.*//allow).*$", "", re.sub(r'"(?:[^"\\]|\\.)*"', '""', line)) if "NOLINT" not in line else ""
            for pattern, _, _, advice in rules:
                if re.search(pattern, line):
                    faults.append(f"{name}:{number}: {advice}")
    print("\n".join(faults)) if faults else None
    return 1 if faults else 0


sys.exit(main())
