"""Work on a real Ray with two workers gives what one process gives, whoever dies."""

import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import ray

from support.paths import CLEAN, ROOT
from visavis.cli import main
from visavis.cluster import connected, mapped
from visavis.errors import VisavisError

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
"""What Ray does with its sockets and files is not ours."""


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    yield
    ray.shutdown()


def test_results_come_in_the_order_of_the_parts() -> None:
    def slow_first(common: int, part: int) -> int:
        import time  # noqa: PLC0415 - runs in a worker

        time.sleep(0.2 * (part == 0))
        return common + part

    assert list(mapped(slow_first, 100, range(20), "auto")) == list(range(100, 120))


def test_parts_are_read_as_they_are_needed() -> None:
    taken = []

    def parts() -> Iterator[int]:
        for part in range(1000):
            taken.append(part)
            yield part

    results = mapped(lambda _, part: part, None, parts(), "auto")
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    assert len(taken) < 20


def test_a_part_whose_worker_is_killed_is_done_again_once(tmp_path: Path) -> None:
    def fatal(folder: str, part: int) -> int:
        import os  # noqa: PLC0415 - runs in a worker
        from pathlib import Path  # noqa: PLC0415 - as above

        mark = Path(folder) / str(part)
        if part % 3 == 0 and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return part

    assert list(mapped(fatal, str(tmp_path), range(7), "auto")) == list(range(7))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "3", "6"]


def test_an_error_of_the_work_is_raised_as_it_is() -> None:
    def wrong(_: None, part: int) -> int:
        msg = f"part {part}"
        raise LookupError(msg)

    with pytest.raises(LookupError, match="part 0"):
        list(mapped(wrong, None, range(3), "auto"))


@pytest.mark.parametrize("alone", [[], ["--alone"]])
def test_beads_are_those_of_one_process(
    alone: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = tmp_path / "pairs.jsonl"
    texts = {
        lang: [path.read_text(encoding="utf-8").splitlines() for path in sorted(
            (ROOT / "raw" / lang).glob("m*.txt"))]
        for lang in ("fr", "en")
    }  # fmt: skip
    lines = [
        json.dumps({"id": str(n), "fr": fr, "en": en})
        for n, (fr, en) in enumerate(zip(texts["fr"], texts["en"], strict=True))
    ]
    pairs.write_text("\n".join(lines) + "\n", encoding="utf-8")
    outputs = []
    for options in ([], ["--cluster", "auto"]):
        assert main(["align", "--batch", str(pairs), *alone, *options]) == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1] != ""


def test_findings_of_check_are_those_of_one_process(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text("Il a levé 13 milliards.\tIt raised 13 million.\n" * 50, encoding="utf-8")
    outputs = []
    for options in ([], ["--cluster", "auto"]):
        call = ["check", str(table), "--langs", "fr-en", "--format", "jsonl", *options]
        assert main(call) == 1
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1] != ""


def test_findings_of_validate_are_those_of_one_process(
    clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = next((clean / "annotations" / "mentions").glob("*.jsonl"))
    text = path.read_text(encoding="utf-8").replace('"PER"', '"ORG"')
    path.write_text(text, encoding="utf-8")
    outputs = []
    for options in ([], ["--cluster", "auto"]):
        main(["validate", "--corpus", str(clean), *options])
        outputs.append(capsys.readouterr())
    assert outputs[0] == outputs[1]
    assert main(["validate", "--corpus", str(CLEAN), "--cluster", "auto"]) == 0


CASES = [
    ("127.0.0.1:1", "no cluster that can be used"),
    ("ray://127.0.0.1:1", "no cluster that can be used"),
    ("auto", "no cluster that can be used"),
]


@pytest.mark.parametrize(("address", "message"), CASES)
def test_a_cluster_that_is_not_there_is_told(address: str, message: str, tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "RAY_ADDRESS"}
    call = ["check", "--cluster", address, str(tmp_path / "none.tsv")]
    code = f"import sys; sys.argv = ['visavis', *{call!r}]\n"
    if address == "auto":  # that of this module is running
        code += "import ray; ray.init = lambda *_, **__: (_ for _ in ()).throw(ConnectionError())\n"
    code += "from visavis.cli import main; sys.exit(main())"
    answer = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, timeout=120, check=False, env=environment,
    )  # fmt: skip
    assert answer.returncode == 1
    assert message in answer.stderr
    assert "Traceback" not in answer.stderr


def test_without_the_extra_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(VisavisError, match=r"pip install 'visavis\[cluster\]'"):
        connected("auto").__enter__()


def test_a_part_that_kills_every_worker_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("visavis.cluster.RETRIES", 1)

    def fatal(_: None, part: int) -> int:
        import os  # noqa: PLC0415 - runs in a worker

        os.kill(os.getpid(), 9)  # SIGKILL
        return part

    with pytest.raises(VisavisError, match="a part was lost"):
        list(mapped(fatal, None, [0], "auto"))
