"""Types that the WebSocket modules share."""
from enum import Enum


class WebSocketManagerMode(Enum):
    """How a manager looks after its connections."""

    UNIFIED = "unified"
    ISOLATED = "isolated"
