package dev.stageproof.observe;

import dev.stageproof.model.Doc;

/** Cloud Logging's severities, in rising order (google.logging.type.LogSeverity). */
public enum LogSeverity {
  @Doc("No severity was given.")
  DEFAULT,
  @Doc("Debug or trace information.")
  DEBUG,
  @Doc("Routine information.")
  INFO,
  @Doc("Normal but significant events.")
  NOTICE,
  @Doc("Events that might cause problems.")
  WARNING,
  @Doc("Events that are likely to cause problems.")
  ERROR,
  @Doc("Events that cause more severe problems or outages.")
  CRITICAL,
  @Doc("A person must act at once.")
  ALERT,
  @Doc("One or more systems are unusable.")
  EMERGENCY
}
