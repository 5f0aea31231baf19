"""The one path to import the manager from."""
import logging

from netra_backend.app.websocket_core import protocols

logger = logging.getLogger(__name__)


class _UnifiedWebSocketManagerImplementation(protocols.WebSocketManagerProtocol):
    """Looks after the connections of one user."""

    def __init__(self, user_id="anonymous"):
        self.user_id = user_id
        self.connections = []

    def connect(self, user_id):
        self.connections.append(user_id)
        return len(self.connections)


WebSocketManager = _UnifiedWebSocketManagerImplementation


def create_manager(user_id):
    """A manager of one user's own; no two users share one."""
    return WebSocketManager(user_id)


def validate():
    """How many classes are called like the manager, this one included."""
    return 1 + sum(name == "WebSocketManager" for name in vars(protocols))


logger.log(
    logging.WARNING if validate() > 1 else logging.INFO,
    "WebSocket Manager SSOT validation: %s",
    "WARNING" if validate() > 1 else "OK",
)
logger.info("WebSocket Manager module loaded - SSOT consolidation active (Issue #824 remediation)")
logger.info("Factory pattern available, singleton vulnerabilities mitigated")
