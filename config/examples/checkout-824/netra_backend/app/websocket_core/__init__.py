"""WebSocket connections: one manager, and one path to import it from."""
