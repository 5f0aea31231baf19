package dev.stageproof.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is open and how to close it, the newest first. */
final class Opened implements AutoCloseable {
  private final Deque<Runnable> endings = new ArrayDeque<>();

  /** Something more is open. */
  void closing(Runnable ending) {
    endings.push(ending);
  }

  @Override
  public void close() {
    endings.forEach(Runnable::run);
  }
}
