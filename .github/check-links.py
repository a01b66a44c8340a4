"""Asks for every source of the dataset and prints, as Markdown, which do not answer as they should: check-links.py [FOLDER…]

The sources are the addresses in src/main/resources/codes and tables, and the RFCs. A host gets one request at a time, with
a pause in between. Where a host refuses programs, only a person can tell whether the page is still there, so such links
are listed apart. Exits with 3 if a page is gone or its host did not answer, and with 0 for anything else.
"""

import http.client
import re
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urldefrag, urljoin, urlsplit

USER_AGENT = "http-codes-explainer-link-check/1 (+https://httpcodes.shadowlanes.com)"
MAX_REDIRECTS = 10
MAX_WAIT = 60  # for a host that asks for more in Retry-After

# What sites answer to a program that they do not want, whether or not the page exists. LinkedIn made 999 up for it.
REFUSALS = {401, 403, 406, 407, 418, 429, 451, 999}

GONE = "These pages are gone"
SILENT = "These hosts did not answer, or only with errors"
REFUSED = "These hosts refuse programs: open the pages in a browser"
MOVED = "These pages have moved permanently"


class Outcome(NamedTuple):
    """How a link answered: the heading to list it under (None if all is well) and what happened, in a few words."""

    heading: str | None
    why: str = ""


def links(folders):
    """The files that name each address. A fragment is left out: servers do not see it."""
    found = defaultdict(set)
    for file in sorted(path for folder in folders for path in Path(folder).glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        for address in re.findall(r"""\burl: *["']?(https?://[^\s"',}]+)""", text):
            found[urldefrag(address).url].add(file.name)
        for number in re.findall(r"""\btitle: *["']?RFC ([0-9]+)\b""", text):
            found[f"https://www.rfc-editor.org/rfc/rfc{number}"].add(file.name)
    return found


def printable(url):
    """As a header and a line of Markdown can hold it, whatever a server put into Location."""
    return quote(url, safe="%/:=&?~#+!$,;@()*[]-._")


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None  # so that each hop waits for its turn at its own host


class Checker:
    def __init__(self, pause=1, timeout=20, waits=(5, 30)):
        """Seconds: between two requests to a host, for one answer, and before each further try."""
        self.pause, self.timeout, self.waits = pause, timeout, waits
        self.opener = urllib.request.build_opener(NoRedirect)
        self.turns = defaultdict(threading.Lock)
        self.last = defaultdict(lambda: float("-inf"))

    def ask(self, method, url):
        """One request, in its turn; returns the status and the headers."""
        host = urlsplit(url).netloc
        request = urllib.request.Request(url, method=method, headers={"User-Agent": USER_AGENT, "Accept": "*/*"})
        with self.turns[host]:
            time.sleep(max(0, self.last[host] + self.pause - time.monotonic()))
            try:
                with self.opener.open(request, timeout=self.timeout) as response:
                    return response.status, response.headers
            except urllib.error.HTTPError as error:
                with error:
                    return error.code, error.headers
            finally:
                self.last[host] = time.monotonic()

    def answer(self, url):
        """HEAD, and GET where that is not answered well, because not every server knows HEAD."""
        status, headers = self.ask("HEAD", url)
        if status >= 400 and status != 429:
            status, headers = self.ask("GET", url)
        return status, headers

    def follow(self, url):
        """Follows redirects; returns the last status and headers, and where permanent redirects alone lead."""
        moved, permanent = url, True
        for _ in range(MAX_REDIRECTS):
            status, headers = self.answer(url)
            if status not in (301, 302, 303, 307, 308) or "Location" not in headers:
                return status, headers, moved
            url = printable(urljoin(url, headers["Location"]))
            if not url.startswith(("http://", "https://")):
                raise OSError(f"redirects to {url}")
            permanent = permanent and status in (301, 308)
            if permanent:
                moved = url
        raise OSError(f"more than {MAX_REDIRECTS} redirects")

    def once(self, url):
        """An outcome, and how long the host asks to wait before another try, if that makes sense."""
        try:
            status, headers, moved = self.follow(url)
        except (OSError, ValueError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", error)
            if isinstance(reason, socket.gaierror) and reason.errno in (socket.EAI_NONAME, socket.EAI_NODATA):
                return Outcome(GONE, "the host's name does not exist"), None
            return Outcome(SILENT, str(reason) or type(reason).__name__), 0
        if status < 400:
            return (Outcome(None) if urldefrag(moved).url == url else Outcome(MOVED, f"to {moved}")), None
        wait = headers.get("Retry-After", "")
        wait = min(int(wait), MAX_WAIT) if wait.isdigit() else 0
        if status in REFUSALS:
            return Outcome(REFUSED, str(status)), wait if status == 429 else None
        return Outcome(GONE if status < 500 else SILENT, str(status)), wait if status >= 500 else None

    def check(self, url):
        for wait in self.waits:
            outcome, asked = self.once(url)
            if asked is None:
                return outcome
            time.sleep(max(wait, asked))
        return self.once(url)[0]

    def check_all(self, urls):
        """Outcomes by address. Hosts are asked at the same time, a host's addresses one after the other."""
        by_host = defaultdict(list)
        for url in sorted(urls):
            by_host[urlsplit(url).netloc].append(url)
        with ThreadPoolExecutor(16) as threads:
            of_hosts = threads.map(lambda some: [(url, self.check(url)) for url in some], by_host.values())
            return dict(outcome for some in of_hosts for outcome in some)


def report(files, outcomes):
    for heading in (GONE, SILENT, REFUSED, MOVED):
        listed = [(url, outcome.why) for url, outcome in sorted(outcomes.items()) if outcome.heading == heading]
        if listed:
            yield f"## {heading}\n"
            yield from (f"- {printable(url)} (`{why}`), in {', '.join(sorted(files[url]))}" for url, why in listed)
            yield ""


if __name__ == "__main__":
    resources = Path(__file__).resolve().parents[1] / "src/main/resources"
    sources = links(sys.argv[1:] or [resources / "codes", resources / "tables"])
    if not sources:
        sys.exit("there are no sources to check")
    results = Checker().check_all(sources)
    print("\n".join(report(sources, results)) or f"All {len(sources)} sources answer.")
    sys.exit(3 if {outcome.heading for outcome in results.values()} & {GONE, SILENT} else 0)
