"""The data files that come with the package."""

import json
import pkgutil
from functools import cache
from typing import Any, cast


def read_package_data(name: str) -> bytes:
    """Return the content of the data file `name`."""
    # None comes only from an importer that has no files, and such a one cannot load loopline.
    return cast("bytes", pkgutil.get_data("loopline", f"data/{name}"))


@cache
def read_package_json(name: str) -> Any:  # noqa: ANN401 - a JSON file may hold any value
    """Return the value in the JSON data file `name`, which nobody may change."""
    return json.loads(read_package_data(name))
