"""What a manager of WebSocket connections can do."""
from abc import ABC, abstractmethod


class WebSocketManagerProtocol(ABC):
    """Anything that looks after connections."""

    @abstractmethod
    def connect(self, user_id):
        """Opens a connection of a user's."""


class WebSocketManager(WebSocketManagerProtocol):
    """A second class of the manager's name: the clean-up that is still to come."""

    def connect(self, user_id):
        return user_id
