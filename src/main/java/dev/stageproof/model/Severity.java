package dev.stageproof.model;

/** How much a check matters; fixed in the configuration before the run, never after it. */
public enum Severity {
  @Doc("The verdict depends on it.")
  BLOCKING,
  @Doc("Reported as an observation; the verdict does not depend on it.")
  ADVISORY
}
