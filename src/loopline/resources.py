"""The data files that come with the package."""

import pkgutil


def read_package_data(name: str) -> bytes:
    """Return the content of the data file `name`, also from a package in a zip file."""
    content = pkgutil.get_data("loopline", f"data/{name}")
    if content is None:
        raise FileNotFoundError(name)
    return content
