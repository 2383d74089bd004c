"""The data files that come with the package."""

import json
import pkgutil
from typing import Any


def read_package_data(name: str) -> bytes:
    """Return the content of the data file `name`, also from a package in a zip file."""
    content = pkgutil.get_data("loopline", f"data/{name}")
    if content is None:
        raise FileNotFoundError(name)
    return content


def read_package_json(name: str) -> Any:  # noqa: ANN401 - a JSON file may hold any value
    """Return the value in the JSON data file `name`."""
    return json.loads(read_package_data(name))
