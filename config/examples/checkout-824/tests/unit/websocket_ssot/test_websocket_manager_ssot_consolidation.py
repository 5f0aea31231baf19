"""Is there one manager, and one path to it?"""
import importlib
from concurrent.futures import ThreadPoolExecutor

from netra_backend.app.websocket_core import protocols, websocket_manager


def test_websocket_manager_import_path_consistency():
    factory = importlib.import_module("netra_backend.app.websocket_core.websocket_manager_factory")
    assert factory.WebSocketManager is websocket_manager.WebSocketManager


def test_websocket_manager_factory_pattern_race_conditions():
    with ThreadPoolExecutor(8) as pool:
        managers = list(pool.map(websocket_manager.create_manager, range(64)))
    assert len({id(manager) for manager in managers}) == 64


def test_websocket_manager_initialization_order_dependency():
    assert importlib.reload(protocols) is protocols
    assert websocket_manager.create_manager("staging-e2e-user-002").connect("a") == 1


def test_websocket_manager_implementation_detection():
    assert websocket_manager.WebSocketManager.__name__ == "WebSocketManager"


def test_websocket_manager_user_id_format():
    assert websocket_manager.WebSocketManager().user_id.startswith("usr_")
