"""Questions: whether a query is one, and so may be read more freely than keywords."""

import re

# A question mark, a word that asks, a verb in front, or Chinese, where particles do it.
_QUESTION = re.compile(
    r"""
      [?？\u3400-\u9fff]
    | \b(?:who|whom|whose|what|when|where|which|why|how)\b
    | ^\W*(?:any|anything|are|can|could|did|do|does|everything|find|give|had|has|have|is|latest
      |list|remind|show|tell|was|were|will)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_question(query: str) -> bool:
    """Return whether a query asks in words of its own, instead of naming keywords."""
    return _QUESTION.search(query) is not None
