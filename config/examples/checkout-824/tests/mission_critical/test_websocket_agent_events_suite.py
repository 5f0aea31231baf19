"""The events that every answer of the agent sends."""
from netra_backend.app.websocket_core.websocket_manager import WebSocketManager

EVENTS = ["agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"]


def test_each_event_reaches_its_user():
    manager = WebSocketManager("demo-user-001")
    assert [manager.connect(event) for event in EVENTS] == [1, 2, 3, 4, 5]
