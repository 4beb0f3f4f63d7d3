"""What an extraction found: the text that is shown, and by reason the text that is there and not shown."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Texts:
    """`shown` is all text that a reader of the file sees; `hidden` the rest by reason (hidden, struck, deleted …).

    `counted` says that the program which shows the file sets numbers by itself, which stand nowhere in it; `signs`
    is how many signs it draws that stand there as codes of a font or as parts of a formula: ☑, a fraction's stroke.
    """

    shown: list[str] = field(default_factory=list)
    hidden: dict[str, list[str]] = field(default_factory=dict)
    counted: bool = False
    signs: int = 0

    def add(self, text: str, reason: str = "") -> None:
        """Take a text, with the reason for which nobody sees it."""
        if reason:
            self.hidden.setdefault(reason, []).append(text)
        else:
            self.shown.append(text)
