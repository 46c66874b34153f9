"""The colours of the themes and how well one stands out from another, without Qt."""

import tomllib

from annotator.assets import asset

PLAIN = ("light", "dark")
STRONG = ("light-contrast", "dark-contrast")
THEMES = (*PLAIN, *STRONG)


def colors(theme: str) -> dict[str, str]:
    """All of a theme: one with high contrast names only what differs from the plain one."""
    plain, _, strong = theme.partition("-")
    return written(plain) | (written(theme) if strong else {})


def written(theme: str) -> dict[str, str]:
    return tomllib.loads(asset(f"themes/{theme}.toml").read_text(encoding="utf-8"))["colors"]


def luminance(color: str) -> float:
    """WCAG 2.2, relative luminance of #RRGGBB."""
    shares = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio: 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
