package dev.stageproof.sandbox;

/** The doors of the sandbox. */
public enum Api {
  /** The service itself. */
  HTTP,
  /** Cloud Run Admin API v2. */
  RUN,
  /** Cloud Logging API v2. */
  LOGGING
}
