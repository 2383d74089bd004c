"""Puts the frozen record in the place of the bundled one, in each Python with this on its path."""

import pkgutil
from functools import wraps
from pathlib import Path

RECORD = Path(__file__).parent.with_name("milestones.json")

read = pkgutil.get_data


@wraps(read)
def read_frozen(package: str, resource: str) -> bytes | None:
    """Return a data file of a package, the bundled record as it was when it was frozen."""
    content = read(package, resource)
    is_record = (package, resource) == ("loopline", "data/milestones.json")
    return RECORD.read_bytes() if is_record and content else content


pkgutil.get_data = read_frozen
