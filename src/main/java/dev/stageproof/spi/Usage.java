package dev.stageproof.spi;

/**
 * What a look uses up of something that is counted.
 *
 * @param least how much at the least
 * @param unit in the plural: "log reads", "requests"
 */
public record Usage(int least, String unit) {

  /** Pages of log entries; {@link ProbeSettings#logReadsPerMinute} keeps them in bounds. */
  public static final String LOG_READS = "log reads";
}
