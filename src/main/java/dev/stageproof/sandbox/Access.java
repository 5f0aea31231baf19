package dev.stageproof.sandbox;

/** Who may call the staged service. */
public enum Access {
  /** Anybody: {@code allUsers} has the role {@code roles/run.invoker}. */
  PUBLIC,
  /** Callers with an identity token for the service; see {@link Sandbox#metadataHost()}. */
  PRIVATE
}
