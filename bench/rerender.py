"""Sets the structure bench's documents in other layouts and scores their reading: `python bench/rerender.py PATH`."""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import markup
import typesetting
from structure import answer

from corpus.errors import PolicyError

ENCODINGS = ("utf-8", "utf-8", "gb18030", "utf-16")


def documents(truths: Path) -> list[typesetting.Truth]:
    """Return one truth for each document and numbering of it; those with displaced or narrow marks are left out."""
    found: dict[tuple[str, str], typesetting.Truth] = {}
    for path in sorted(truths.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        found.setdefault((truth["doc"], truth["blocks"][-1]["text"] + truth["blocks"][1]["text"]), truth)
    return list(found.values())


def docx(truth: typesetting.Truth, random: Random) -> bytes:
    """Set a truth as a Word file: headings by style, by outline level or by bold alone."""
    import docx as word
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

    make = random.choice(["style", "bold"])
    file = word.Document()
    title = file.add_paragraph(style="Title" if make == "style" else None)
    title.add_run(truth["title"]).bold = make == "bold"
    title.alignment = ALIGN.CENTER
    if truth["author"]:
        file.add_paragraph(f"作者：{truth['author']}").alignment = ALIGN.CENTER
    if truth["lead"]:
        file.add_paragraph(f"摘要：{truth['lead']}")
    for block in truth["blocks"]:
        if block["kind"] == "heading" and make == "style":
            file.add_heading(block["text"], block["level"] or 1)
            continue
        run = block["run_in"] or ""
        paragraph = file.add_paragraph()
        if block["kind"] == "heading" or run:
            paragraph.add_run(block["text"][: len(run) or None]).bold = True
        if block["kind"] != "heading":
            paragraph.add_run(block["text"][len(run) :])
    store = io.BytesIO()
    file.save(store)
    return store.getvalue()


def rendering(truth: typesetting.Truth, kind: str, random: Random) -> tuple[bytes, str, typesetting.Truth]:
    """Return the bytes of a document in a new layout, the ending of its file, and the truth that fits it."""
    fitting = {**truth, "ambiguous": [], "lead_optional": False}
    if kind == "docx":
        return docx(truth, random), ".docx", fitting
    if kind == "html":
        return markup.page(truth, random).encode(), ".html", fitting
    if kind == "markdown":
        return markup.markdown(truth, random).encode(), ".md", fitting
    style = typesetting.any_style(random)
    text, fitting = typesetting.plain(truth, style, random)
    name = (
        "text" + ("-paged" if style.page else "") + ("-contents" if "目　录" in text else "")
        + ("-indent" if style.indent else "-lost" if style.lost else "-flush")
    )  # fmt: skip
    raw = text.replace("\n", random.choice(["\n", "\r\n"])).encode(random.choice(ENCODINGS), "replace")
    return raw, ".txt", {**fitting, "style": name, "layout": repr(style)}


def make(folder: Path, truths: Path, each: int, seed: int) -> None:
    """Write `each` text renderings of every document, and a page, a Markdown and a Word file of each."""
    for name in ("inputs", "truth", "out"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for number, truth in enumerate(documents(truths)):
        for turn, kind in enumerate(["text"] * each + ["html", "html", "markdown", "docx"]):
            random = Random(f"{seed} {number} {turn}")  # noqa: S311 - layouts, no secrets
            raw, ending, fitting = rendering(truth, kind, random)
            name = f"{truth['doc']}-{number:02}-{turn:02}"
            if kind != "text":
                fitting["style"] = kind
            (folder / "inputs" / f"{name}{ending}").write_bytes(raw)
            said = json.dumps({**fitting, "id": name}, ensure_ascii=False)
            (folder / "truth" / f"{name}.json").write_text(said, encoding="utf-8")


def read(path: Path) -> str:
    """Return the outline of a file as JSON; a refusal as an empty outline."""
    try:
        return json.dumps(answer(path), ensure_ascii=False)
    except PolicyError as error:
        print(error, file=sys.stderr)
        return json.dumps({"title": "", "author": None, "lead": None, "blocks": []})


def main() -> int:
    """Make the renderings, read them, and print the scorer's table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path, help="folder with score.py and dev/")
    parser.add_argument("--out", type=Path, help="where the renderings go (default: a temporary folder)")
    parser.add_argument("--each", type=int, default=8, help="text renderings of each document")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worst", default="0")
    asked = parser.parse_args()
    out = asked.out or Path(tempfile.mkdtemp(prefix="rerendered-"))
    make(out, asked.bench / "dev" / "truth", asked.each, asked.seed)
    paths = sorted((out / "inputs").iterdir())
    with ProcessPoolExecutor() as pool:
        for path, said in zip(paths, pool.map(read, paths, chunksize=4), strict=True):
            (out / "out" / f"{path.stem}.json").write_text(said, encoding="utf-8")
    scorer = [sys.executable, str(asked.bench / "score.py"), "--truth", str(out / "truth")]
    told = ["--pred", str(out / "out"), "--json", str(out / "scores.json"), "--worst", asked.worst]
    subprocess.run([*scorer, *told], check=True)  # noqa: S603 - its own scorer
    print(f"renderings, truth, outlines and scores.json in {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
