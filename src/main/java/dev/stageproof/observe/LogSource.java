package dev.stageproof.observe;

/** Whose log is read: one revision of one service. */
public record LogSource(String project, String region, String service, String revision) {

  /** The same service's log of another revision. */
  public LogSource ofRevision(String other) {
    return new LogSource(project, region, service, other);
  }
}
