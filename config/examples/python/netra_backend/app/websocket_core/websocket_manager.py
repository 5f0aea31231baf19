"""The WebSocket manager."""
import warnings

from netra_backend.app.websocket_core.types import WebSocketManagerMode


class WebSocketManager:
    """Looks after the connections of one user."""

    def __init__(self, user_id, mode=WebSocketManagerMode.UNIFIED):
        self.user_id = user_id
        self.mode = mode


def __getattr__(name):
    if name == "UnifiedWebSocketManager":
        warnings.warn(
            "UnifiedWebSocketManager is now WebSocketManager; the old name goes with Issue #1144",
            DeprecationWarning,
            stacklevel=2,
        )
        return WebSocketManager
    raise AttributeError("module %r has no attribute %r" % (__name__, name))
