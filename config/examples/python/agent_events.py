"""Tests of a recorded event sequence; a stand-in for a suite that asks the service."""

SEEN = ["agent_started", "agent_thinking", "tool_completed", "tool_executing", "agent_completed"]


def test_all_five_events_arrive():
    assert len(set(SEEN)) == 5


def test_the_last_event_closes():
    assert SEEN[-1] == "agent_completed"


def test_events_arrive_in_order():
    assert SEEN.index("tool_executing") < SEEN.index("tool_completed")
