"""Who a request is for."""


class UserExecutionContext:
    """Keeps what belongs to one user apart from all others."""

    def __init__(self, user_id, thread_id):
        self.user_id = user_id
        self.thread_id = thread_id
