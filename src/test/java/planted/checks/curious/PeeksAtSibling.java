package planted.checks.curious;

import planted.checks.greedy.OpensSocket;

/** Sees another check type. */
public final class PeeksAtSibling {
  public void peek(OpensSocket sibling) {}
}
