"""The repository's own tests and scenarios; `pytest --device=iphone` replays the latter on an iPhone."""

pytest_plugins = ["pytester"]  # pytest takes this from the topmost conftest only
