"""The old path, for callers that have not moved yet."""
import warnings

from netra_backend.app.websocket_core.websocket_manager import WebSocketManager, create_manager

warnings.warn(
    "websocket_manager_factory is deprecated; import from"
    " netra_backend.app.websocket_core.websocket_manager",
    DeprecationWarning,
    stacklevel=2,
)

__all__ = ["WebSocketManager", "create_manager"]
