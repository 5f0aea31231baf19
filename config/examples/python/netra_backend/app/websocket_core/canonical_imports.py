"""Old ways to get a manager, kept while callers move to the new one."""
from netra_backend.app.websocket_core.websocket_manager import WebSocketManager


def create_websocket_manager(user_id):
    """The manager of one user's connections."""
    return WebSocketManager(user_id)
