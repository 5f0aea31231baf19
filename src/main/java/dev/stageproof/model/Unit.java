package dev.stageproof.model;

/** The unit of a metric's value; the value is always in exactly this unit. */
public enum Unit {
  @Doc("A number of things.")
  COUNT,
  @Doc("Milliseconds.")
  MILLISECONDS,
  @Doc("Seconds.")
  SECONDS,
  @Doc("Days of 24 hours.")
  DAYS,
  @Doc("Bytes.")
  BYTES,
  @Doc("Hundredths of a whole, 0 to 100.")
  PERCENT
}
