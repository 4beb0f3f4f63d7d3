"""Where a quotation stands, as data and as a line that can be pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.text.document_names import REPEALED
from corpus.vocabulary import Citation

if TYPE_CHECKING:
    from corpus.vocabulary import Article, Section


def citation(article: Article, section: Section, place: str = "") -> Citation:
    """Return where a section stands, `place` its place in a law; what is not known is None."""
    return Citation(
        title=article.title,
        author=article.author,
        headings=section.headings,
        number=section.number,
        code=section.code,
        source=article.source,
        published=article.published,
        url=article.url,
        document_number=article.document_number,
        place=place,
        repealed=article.status if article.status and REPEALED.search(article.status) else "",
    )


def line(cited: Citation) -> str:
    """Return a citation in one line: 作者：《题名》（文号），来源，日期，标题路径，第 n 段 (a lead: 导语), code.

    A paragraph of a law is cited by its place there, 第三条第二款, and not by its number. What is not in force any more
    is marked so behind its title. What is missing is left out with its marks.
    """
    author = f"{cited.author}：" if cited.author else ""
    number = f"（{cited.document_number}）" if cited.document_number else ""
    title = cited.title if cited.title.startswith("《") else f"《{cited.title}》"
    mark = f"（{cited.repealed}）" if cited.repealed else ""
    path = f"“{' / '.join(cited.headings)}”" if cited.headings else None
    code = f"〔{cited.code}〕" if cited.code else ""
    place = cited.place or (f"第 {cited.number} 段" if cited.number > 0 else "导语")
    parts = (f"{author}{title}{number}{mark}", cited.source, cited.published, path, f"{place}{code}")
    return "，".join(part for part in parts if part)
