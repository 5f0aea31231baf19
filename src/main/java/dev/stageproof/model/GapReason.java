package dev.stageproof.model;

/** Why something could not be seen. */
public enum GapReason {
  @Doc("The other side refused the connection, or its name did not resolve.")
  UNREACHABLE,
  @Doc("No answer came within the deadline.")
  TIMED_OUT,
  @Doc("No credentials were found, or they were not accepted.")
  NO_CREDENTIALS,
  @Doc("The caller lacks a permission.")
  NO_PERMISSION,
  @Doc("The thing asked about does not exist.")
  NOT_FOUND,
  @Doc("A quota was exhausted.")
  QUOTA,
  @Doc("An answer came that could not be understood.")
  MALFORMED,
  @Doc("A program that is needed is not installed.")
  NOT_INSTALLED,
  @Doc("The check runs a program and the run was started without --allow-exec.")
  EXEC_NOT_ALLOWED,
  @Doc("The run does not know what to ask, because the target could not be resolved.")
  UNKNOWN_TARGET,
  @Doc("The check was not selected.")
  DESELECTED,
  @Doc("The run was stopped before this was asked.")
  STOPPED,
  @Doc("stageproof itself, or a plug-in, failed.")
  INTERNAL
}
