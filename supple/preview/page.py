"""What a page of the site gets on its way to the author's browser: the script that reloads it,
and the problems of the last build, standing over it."""

import re
from collections.abc import Sequence
from html import escape, unescape
from urllib.parse import urlencode, urlsplit

from supple.domain.problem import Problem, Severity, has_errors
from supple.rendering.wording import Wording

SCRIPT = "/livereload.js"
STYLES = "/.preview/problems.css"
"""No site has files whose names begin with a dot, so it is nobody's page."""

_ATTRIBUTES = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
_META = re.compile(rf"<meta\b{_ATTRIBUTES}>", re.IGNORECASE)
_POLICY = re.compile(r"""http-equiv\s*=\s*["']?content-security-policy\b""", re.IGNORECASE)
_CONTENT = re.compile(r"""(\bcontent\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
_HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
_BODY = re.compile(rf"<body\b{_ATTRIBUTES}>", re.IGNORECASE)

POLICY = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'"

BARE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
</head>
<body class="supple-bare">
<main>
<h1>{title}</h1>
<p>{text}</p>
</main>
</body>
</html>
"""


def injected(page: bytes, host: str, problems: Sequence[Problem], say: Wording) -> bytes:
    """A page that reloads itself, with the problems over it. `host` is where the browser asked
    for it, such as 127.0.0.1:8000. Only the page's own policy is loosened, and just for that."""
    text = page.decode("utf-8", errors="surrogateescape")
    text = _META.sub(lambda meta: _loosened_meta(meta[0], host), text)
    text = _put(text, _HEAD_END, before=_head(host))
    text = _put(text, _BODY, after=overlay(problems, say))
    return text.encode("utf-8", errors="surrogateescape")


def bare(host: str, problems: Sequence[Problem], say: Wording) -> bytes:
    """A page for as long as there is no site: the problems and nothing else."""
    title, text = escape(say("preview.title")), escape(say("preview.text"))
    page = BARE.format(policy=POLICY, title=title, text=text)
    return injected(page.encode("utf-8"), host, problems, say)


def loosened(policy: str, host: str) -> str:
    """A Content-Security-Policy that also lets in this server's script and styles, and the
    connection that the script waits at."""
    directives = [part.split() for part in policy.split(";") if part.strip()]
    allowed = {name.lower(): values for name, *values in reversed(directives)}  # the first counts
    default = allowed.get("default-src")
    for name, source in (
        ("script-src", "'self'"),
        ("style-src", "'self'"),
        ("connect-src", f"ws://{host}"),
    ):
        values = allowed.get(name, default)
        if values is not None and source not in values:  # what nothing forbids needs no leave
            kept = [value for value in values if value.lower() != "'none'"]
            allowed[name] = [*kept, source]
    order = dict.fromkeys([*(name.lower() for name, *_ in directives), *allowed])
    return "; ".join(" ".join((name, *allowed[name])) for name in order)


def overlay(problems: Sequence[Problem], say: Wording) -> str:
    """The problems as HTML; nothing where there are none. Warnings alone stay folded."""
    if not problems:
        return ""
    failed = has_errors(problems)
    opened = " open" if failed else ""
    note = f"<p>{escape(say('preview.note'))}</p>\n" if failed else ""
    items = "\n".join(_item(problem, say) for problem in problems)
    return (
        f'\n<div class="supple-problems" role="alert" lang="en">\n<details{opened}>'
        f"\n<summary><h2>{escape(_heading(problems, say))}</h2></summary>\n"
        f"{note}<ul>\n{items}\n</ul>\n</details>\n</div>\n"
    )


def _heading(problems: Sequence[Problem], say: Wording) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    said = [
        *([say.number("preview.error", errors)] if errors else []),
        *([say.number("preview.warning", warnings)] if warnings else []),
    ]
    return ", ".join(said)


def _item(problem: Problem, say: Wording) -> str:
    hint = f"<p>{escape(say('preview.hint', hint=problem.hint))}</p>" if problem.hint else ""
    place, message = escape(str(problem.place)), escape(problem.message)
    kind = problem.severity.value
    return (
        f'<li class="supple-{kind}"><p><code>{place}</code></p><p><b>{message}</b></p>{hint}</li>'
    )


def _head(host: str) -> str:
    parts = urlsplit(f"//{host}")
    query = escape(urlencode({"host": parts.hostname or "", "port": parts.port or 80}))
    return (
        f'<link rel="stylesheet" href="{STYLES}">\n<script src="{SCRIPT}?{query}" defer></script>\n'
    )


def _loosened_meta(meta: str, host: str) -> str:
    if not _POLICY.search(meta):
        return meta

    def content(match: re.Match[str]) -> str:
        policy = loosened(unescape(match[2][1:-1]), host)
        return f'{match[1]}"{policy.replace("&", "&amp;").replace(chr(34), "&quot;")}"'

    return _CONTENT.sub(content, meta, count=1)


def _put(text: str, tag: re.Pattern[str], *, before: str = "", after: str = "") -> str:
    """Text beside the first of such tags; at the end of a page that leaves the tag out."""
    if match := tag.search(text):
        return f"{text[: match.start()]}{before}{match[0]}{after}{text[match.end() :]}"
    return f"{text}{before}{after}"
