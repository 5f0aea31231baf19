"""Starts what the integration tests need, as far as that goes without Docker."""
import importlib
import logging
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s - %(message)s")
for part in ["protocols", "websocket_manager"]:
    importlib.import_module("netra_backend.app.websocket_core." + part)
print("INITIALIZATION SUCCESSFUL")
