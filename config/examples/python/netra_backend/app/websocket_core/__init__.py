"""WebSocket connections: one manager, one place to import it from."""
