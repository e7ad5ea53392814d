"""Real web servers, each a plain process on a free port, with the README's own configuration."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from tests.tools import require

CONFIGS = Path(__file__).parent / "configs"

USER = "www-data" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
"""Who serves when root starts a server: as on a real host, somebody who owns none of the files."""

PATIENCE = 10.0
"""Seconds for a server to begin."""

NGINX = """\
{module}
daemon off;
pid "{work}/pid";
error_log stderr;
{user}
events {{}}
http {{
    access_log off;
    include /etc/nginx/mime.types;
    client_body_temp_path "{work}/body";
    proxy_temp_path "{work}/proxy";
    fastcgi_temp_path "{work}/fastcgi";
    uwsgi_temp_path "{work}/uwsgi";
    scgi_temp_path "{work}/scgi";
{site}
}}
"""

CADDY = """\
{{
    admin off
    auto_https off
}}
{site}
"""

APACHE = """\
ServerRoot "{work}"
DefaultRuntimeDir "{work}"
PidFile "{work}/pid"
ErrorLog /dev/stderr
Listen 127.0.0.1:{port}
ServerName 127.0.0.1
{user}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule dir_module {modules}/mod_dir.so
LoadModule headers_module {modules}/mod_headers.so
LoadModule mime_module {modules}/mod_mime.so
LoadModule rewrite_module {modules}/mod_rewrite.so
TypesConfig /etc/mime.types
StartServers 1
{site}
"""
APACHE_MODULES = "/usr/lib/apache2/modules"

NGINX_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
"""Not every nginx has it. Where it has, the README's line for it is tried, too."""


class Server(StrEnum):
    NGINX = "nginx"
    CADDY = "caddy"
    APACHE = "apache2"
    PYTHON = "http.server"

    @property
    def encodings(self) -> dict[str, str]:
        """The files that it can send compressed, by their endings, and what it calls that."""
        match self:
            case Server.PYTHON:
                return {}
            case Server.NGINX if not NGINX_BROTLI.exists():
                return {".gz": "gzip"}
        return {".gz": "gzip", ".br": "br"}

    @property
    def is_configured(self) -> bool:
        """Whether it can be told about 404.html and caching. Python's has no settings for them."""
        return self is not Server.PYTHON


@dataclass(frozen=True, slots=True)
class Share:
    """What a server is to serve: a folder, and where in it the site lies ("" or "a/b/")."""

    folder: Path
    inside: str


@contextmanager
def started(server: Server, share: Share, work: Path) -> Iterator[str]:
    """The address of the site on this server. It ends with a slash."""
    port = _free_port()
    command = _command(server, share, port, work)
    log = work / "log"
    with log.open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env=_environment(work))
    try:
        _wait(process, port, log)
        yield f"http://127.0.0.1:{port}/{quote(share.inside)}"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def configured(name: str, listen: dict[str, str], share: Share) -> str:
    """The README's configuration with this folder and port in place of the example's."""
    text = (CONFIGS / name).read_text(encoding="utf-8")
    # To Apache, words with a space are what it shall say, and not where that lies.
    inside = quote(share.inside) if name == "apache.conf" else share.inside
    places = {
        '"/srv/guide"': f'"{share.folder}"',
        '"/404.html"': f'"/{inside}404.html"',
        '"/static/': f'"/{share.inside}static/',
    }
    for example, real in {**listen, **places}.items():
        assert example in text, f"{name} has no {example}"
        text = text.replace(example, real)
    return text


def _command(server: Server, share: Share, port: int, work: Path) -> list[str]:
    """What starts the server in the foreground, once its configuration is written."""
    config = work / "config"
    match server:
        case Server.NGINX:
            program = require("nginx")
            site = configured("nginx.conf", {"listen 80;": f"listen 127.0.0.1:{port};"}, share)
            module = ""
            if NGINX_BROTLI.exists():
                module = f'load_module "{NGINX_BROTLI}";'
                site = site.replace("# brotli_static on;", "brotli_static on; #")
            user = f"user {USER};" if USER else ""
            text = NGINX.format(module=module, work=work, user=user, site=site)
            config.write_text(text, encoding="utf-8")
            return [program, "-p", str(work), "-e", "stderr", "-c", str(config)]
        case Server.CADDY:
            program = require("caddy")
            address = f"http://127.0.0.1:{port} {{"
            site = configured("caddy.conf", {"example.org {": address}, share)
            config.write_text(CADDY.format(site=site), encoding="utf-8")
            return [program, "run", "--config", str(config), "--adapter", "caddyfile"]
        case Server.APACHE:
            program = require("apache2")
            site = configured("apache.conf", {"*:80>": f"127.0.0.1:{port}>"}, share)
            user = f"User {USER}\nGroup {USER}" if USER else ""
            modules = APACHE_MODULES
            text = APACHE.format(work=work, port=port, user=user, modules=modules, site=site)
            config.write_text(text, encoding="utf-8")
            return [program, "-f", str(config), "-D", "FOREGROUND"]
        case Server.PYTHON:
            where = ["--bind", "127.0.0.1", "--directory", str(share.folder), str(port)]
            return [sys.executable, "-m", "http.server", *where]


def _environment(work: Path) -> dict[str, str]:
    """Caddy keeps things at home, which must not be ours."""
    return {
        **os.environ,
        "HOME": str(work),
        "XDG_DATA_HOME": str(work),
        "XDG_CONFIG_HOME": str(work),
    }


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        port: int = one.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Until the server answers; if it ends instead, fail with its own words."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.02)
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace"))
