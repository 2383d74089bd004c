"""Chinese characters and their variants."""

import pytest

from loopline.resources import read_package_json
from loopline.search.han import fold_variants, is_han


@pytest.mark.parametrize(
    ("character", "is_chinese"),
    [("港", True), ("㐀", True), ("龜", True), ("a", False), ("あ", False), ("。", False)],
)
def test_chinese_characters(character: str, is_chinese: bool) -> None:
    """Chinese characters are told from kana, punctuation and letters."""
    assert is_han(character) is is_chinese


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("立法會撥款", "立法会拨款"),
        ("創新及科技園", "创新及科技园"),
        ("灣區規劃綱要", "湾区规划纲要"),
        ("裏", "裡"),
        ("深圳 Park", "深圳 Park"),
    ],
)
def test_both_scripts_are_one(traditional: str, simplified: str) -> None:
    """Traditional, simplified and variant characters fold to the same, and others stay."""
    assert fold_variants(traditional) == fold_variants(simplified)


def test_the_table_folds_once() -> None:
    """Each character has one form, which is a Chinese character and final."""
    table = read_package_json("han_variants.json")
    traditional, simplified = table["traditional"], table["simplified"]
    assert len(set(traditional)) == len(traditional) == len(simplified)
    assert fold_variants(simplified) == simplified
    assert [c for c in traditional + simplified if not is_han(c)] == []
