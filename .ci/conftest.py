"""Starts the native function behind gateway.py, for the tests that send requests to it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SITE_URL = "https://edge.example"


@pytest.fixture(scope="session")
def bootstrap(tmp_path_factory):
    """BOOTSTRAP names another than that of target/function.zip."""
    if "BOOTSTRAP" in os.environ:
        return os.environ["BOOTSTRAP"]
    folder = tmp_path_factory.mktemp("function")
    with zipfile.ZipFile(ROOT / "target/function.zip") as function:
        assert "bootstrap" in function.namelist(), "target/function.zip is not native: ./mvnw package -Dnative"
        executable = Path(function.extract("bootstrap", folder))
    executable.chmod(0o755)
    return str(executable)


@pytest.fixture(scope="session")
def gateway(bootstrap):
    """The origin's port. The origin accepts two secrets, "old" and "new"."""
    environment = {**os.environ, "SITE_URL": SITE_URL, "EDGE_SECRET": "old new", "DISABLE_SIGNAL_HANDLERS": "true"}
    command = [sys.executable, HERE / "gateway.py", "0", "--", bootstrap]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        url = process.stdout.readline()
        assert url, "the function did not start: see the captured output"
        yield int(url.rsplit(":", 1)[1])
        process.terminate()
