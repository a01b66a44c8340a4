"""Starts dev mode with README's command in a copy of the sources, and edits them while it runs."""

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent


def get(url):
    try:
        with urlopen(url, timeout=30) as response:
            return response.read().decode()
    except OSError as error:
        return repr(error)


def wait_for(url, text, seconds, process):
    """Quarkus looks for changes every two seconds at most."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        assert process.poll() is None, "dev mode has ended"
        content = get(url)
        if text in content:
            return
        time.sleep(1)
    raise AssertionError(f"{url} does not show {text}: {content[:300]}")


def edit(file, old, new):
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_an_edited_sentence_and_template_show_at_the_next_request(tmp_path):
    for name in ("src", ".mvn"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("pom.xml", "mvnw"):
        shutil.copy(ROOT / name, tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = ["./mvnw", "--batch-mode", "quarkus:dev", f"-Dquarkus.lambda.mock-event-server.dev-port={port}"]
    log = tmp_path / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, "-Ddebug=false"], cwd=tmp_path, stdout=output, stderr=output, start_new_session=True
        )
    try:
        site = f"http://127.0.0.1:{port}"
        wait_for(f"{site}/404", "Not Found", 240, process)
        edit(tmp_path / "src/main/resources/codes/404.yaml", "  summary: ", "  summary: Edited. ")
        wait_for(f"{site}/404.json", "Edited. ", 60, process)
        edit(tmp_path / "src/main/resources/templates/layout.html", "Skip to content", "Skip to what was edited")
        wait_for(f"{site}/404", "Skip to what was edited", 60, process)
        assert '{"timestamp"' not in log.read_text(), "dev mode logs for people"
    except AssertionError as error:
        raise AssertionError(f"{error}\n{log.read_text()[-3000:]}") from None
    finally:
        os.killpg(process.pid, signal.SIGKILL)
