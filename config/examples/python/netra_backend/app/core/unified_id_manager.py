"""Ids for everything that needs one: unique across the platform."""
import itertools
from enum import Enum


class IDType(Enum):
    """What an id is for."""

    USER = "user"
    THREAD = "thread"
    RUN = "run"


class UnifiedIDManager:
    """Hands out ids; no two of them are the same."""

    def __init__(self):
        self._counter = itertools.count(1)

    def generate_id(self, kind, prefix=""):
        """The next id of a kind."""
        return "_".join(filter(None, [prefix, kind.value, str(next(self._counter))]))
