package dev.stageproof.sandbox;

/** The doors of the sandbox. */
public enum Api {
  /** The service itself. */
  HTTP,
  /** Cloud Run Admin API: v2 over gRPC, and v1 in JSON over HTTP. */
  RUN,
  /** Cloud Logging API v2. */
  LOGGING,
  /** The metadata server, where callers of a private service get their tokens. */
  METADATA
}
