"""Runs .github/check-links.py against servers on this machine that answer well, badly, late or not at all."""

import importlib.util
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / ".github/check-links.py"
FOLDERS = [ROOT / "src/main/resources/codes", ROOT / "src/main/resources/tables"]

spec = importlib.util.spec_from_file_location("check_links", SCRIPT)
check_links = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check_links)
GONE, SILENT, REFUSED, MOVED = check_links.GONE, check_links.SILENT, check_links.REFUSED, check_links.MOVED


class Site(ThreadingHTTPServer):
    """Answers a path like /301,/200 with a 301 to /200, and remembers the requests. Paths in letters have their own way."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.requests, self.times, self.busy, self.most_at_once = [], [], 0, 0
        self.lock = threading.Lock()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def paths(self, method="HEAD"):
        return [path for how, path, _ in self.requests if how == method]


class Handler(BaseHTTPRequestHandler):
    def do_HEAD(self):
        site = self.server
        with site.lock:
            site.times.append(time.monotonic())
            site.busy += 1
            site.most_at_once = max(site.most_at_once, site.busy)
            site.requests.append((self.command, self.path, self.headers["User-Agent"]))
            tries = len(site.paths(self.command)) if self.path == "/recovers" else 0
        time.sleep(1 if self.path == "/late" else 0.02)
        own_ways = {
            "/get-only": "200" if self.command == "GET" else "405",
            "/recovers": "200" if tries > 1 else "503",
            "/late": "200",
            "/loop": "301,/loop",
        }
        status, _, location = own_ways.get(self.path, self.path[1:]).partition(",")
        self.send_response(int(status.partition("?")[0]))
        if location:
            self.send_header("Location", location)
        if self.path == "/recovers":
            self.send_header("Retry-After", "1")
        self.send_header("Content-Length", "0")
        with site.lock:
            site.busy -= 1
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    with Site() as server:
        yield server
        server.shutdown()


@pytest.fixture
def other_site():
    with Site() as server:
        yield server
        server.shutdown()


def checker(**settings):
    return check_links.Checker(**{"pause": 0, "timeout": 0.3, "waits": (0, 0), **settings})


@pytest.mark.parametrize(
    ("path", "heading", "why"),
    [
        ("/200", None, ""),
        ("/get-only", None, ""),
        ("/302,/200", None, ""),
        ("/307,/301,/200", None, ""),
        ("/301,/200", MOVED, "to {site}/200"),
        ("/308,/302,/200", MOVED, "to {site}/302,/200"),
        ("/301,/404", GONE, "404"),
        ("/404", GONE, "404"),
        ("/410", GONE, "410"),
        ("/400", GONE, "400"),
        ("/401", REFUSED, "401"),
        ("/403", REFUSED, "403"),
        ("/429", REFUSED, "429"),
        ("/999", REFUSED, "999"),
        ("/500", SILENT, "500"),
        ("/503", SILENT, "503"),
        ("/late", SILENT, "timed out"),
        ("/loop", SILENT, "more than 10 redirects"),
        ("/301,file:///etc/hostname", SILENT, "redirects to file:///etc/hostname"),
    ],
)
def test_a_link_is_listed_by_how_it_answers(site, path, heading, why):
    assert checker().check(site.url + path) == (heading, why.format(site=site.url))


def test_what_a_server_says_cannot_break_out_of_the_report(site):
    assert check_links.printable("/x`\n<b>") == "/x%60%0A%3Cb%3E"
    assert checker().check(site.url + "/301,/200?`<b>") == (MOVED, f"to {site.url}/200?%60%3Cb%3E")


def test_a_host_that_does_not_listen_is_silent():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/"
    outcome = checker().check(url)
    assert outcome.heading == SILENT
    assert "refused" in outcome.why


@pytest.mark.parametrize(("error", "heading"), [(socket.EAI_NONAME, GONE), (socket.EAI_AGAIN, SILENT)])
def test_a_name_that_does_not_exist_is_gone_and_a_resolver_in_trouble_is_not(monkeypatch, error, heading):
    lookups = []

    def getaddrinfo(host, *_, **__):
        lookups.append(host)
        raise socket.gaierror(error, "made up")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    assert checker().check("http://gone.invalid/").heading == heading
    assert len(lookups) == (1 if heading == GONE else 3)


def test_only_what_may_pass_is_tried_again(site):
    assert checker().check(site.url + "/recovers").heading is None
    assert site.paths() == ["/recovers"] * 2
    assert site.times[-1] - site.times[0] >= 1, "Retry-After: 1"
    for path, tries in (("/404", 1), ("/403", 1), ("/429", 3), ("/503", 3)):
        checker().check(site.url + path)
        assert site.paths().count(path) == tries, path


def test_get_is_only_sent_where_head_is_not_answered_well(site):
    for path in ("/200", "/301,/200", "/429", "/get-only", "/404"):
        checker().check(site.url + path)
    assert site.paths("GET") == ["/get-only", "/404"]


def test_every_request_says_who_asks(site):
    checker().check(site.url + "/404")
    assert {agent for _, _, agent in site.requests} == {check_links.USER_AGENT}
    assert "httpcodes.shadowlanes.com" in check_links.USER_AGENT


def test_a_host_gets_one_request_at_a_time_with_a_pause_also_by_redirects_from_elsewhere(site, other_site):
    urls = [f"{site.url}/200?{number}" for number in range(6)]
    urls += [f"{other_site.url}/302,{site.url}/200?{number}" for number in range(6, 12)]
    outcomes = checker(pause=0.05, timeout=5).check_all(urls)
    assert set(outcomes) == set(urls)
    assert {outcome.heading for outcome in outcomes.values()} == {None}
    assert len(site.requests) == 12
    assert site.most_at_once == other_site.most_at_once == 1
    assert min(later - earlier for earlier, later in zip(site.times, site.times[1:])) > 0.05


def test_hosts_are_asked_at_the_same_time(site, other_site):
    checker(timeout=5).check_all([site.url + "/late", other_site.url + "/late"])
    assert abs(site.times[0] - other_site.times[0]) < 0.9


def test_turns_are_kept_by_threads(site):
    asking = checker(timeout=5)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(asking.check, [f"{site.url}/200?{number}" for number in range(16)]))
    assert (len(site.requests), site.most_at_once) == (16, 1)


def urls(content):
    """Every url in what a YAML file holds."""
    if isinstance(content, dict):
        yield from (value for name, value in content.items() if name == "url")
    if isinstance(content, (dict, list)):
        for value in content.values() if isinstance(content, dict) else content:
            yield from urls(value)


def test_every_source_of_the_dataset_is_found():
    found = check_links.links(FOLDERS)
    for file in (file for folder in FOLDERS for file in folder.glob("*.yaml")):
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        for url in urls(content):
            assert file.name in found[url.partition("#")[0]], url
    assert "404.yaml" in found["https://www.rfc-editor.org/rfc/rfc9110"]
    assert not [url for url in found if "example" in url]


def run(folder):
    return subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, timeout=60)


def test_the_report_names_the_links_by_heading_with_their_files(site, tmp_path):
    source = '- {title: "x, y", url: "%s/%s", checked: "2026-11-23"}\n'
    (tmp_path / "404.yaml").write_text(source % (site.url, "404#a") + source % (site.url, "200"))
    (tmp_path / "410.yaml").write_text(source % (site.url, "404#b") + source % (site.url, "403"))
    (tmp_path / "301.yaml").write_text(f"- title: x\n  url: {site.url}/410\n  checked: 2026-11-23\n")
    done = run(tmp_path)
    assert done.returncode == 3, done.stderr
    assert done.stdout.splitlines() == [
        f"## {GONE}",
        "",
        f"- {site.url}/404 (`404`), in 404.yaml, 410.yaml",
        f"- {site.url}/410 (`410`), in 301.yaml",
        "",
        f"## {REFUSED}",
        "",
        f"- {site.url}/403 (`403`), in 410.yaml",
        "",
    ]


def test_links_that_refuse_or_have_moved_are_no_reason_for_an_issue(site, tmp_path):
    (tmp_path / "x.yaml").write_text(f"- url: {site.url}/200\n- url: {site.url}/403\n")
    done = run(tmp_path)
    assert (done.returncode, GONE in done.stdout) == (0, False)
    assert REFUSED in done.stdout


def test_where_all_is_well_the_report_says_so(site, tmp_path):
    (tmp_path / "x.yaml").write_text(f"- url: {site.url}/200\n")
    done = run(tmp_path)
    assert (done.returncode, done.stdout) == (0, "All 1 sources answer.\n")


def test_without_sources_the_check_fails(tmp_path):
    assert run(tmp_path).returncode == 1
