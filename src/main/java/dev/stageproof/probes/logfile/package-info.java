/**
 * Reads log entries out of a file or standard input, as {@code gcloud logging read --format=json}
 * prints them, and counts what was asked for; holds one piece of the file at a time.
 *
 * <p>Two ways lead from bytes to an entry. {@link dev.stageproof.probes.logfile.EntryParser} parses
 * with Jackson and says what an entry is. {@link dev.stageproof.probes.logfile.EntryScan} walks
 * over the raw bytes, takes the few fields that every entry is counted by, and makes a string of
 * its text only when that may matter; wherever it is not sure of coming to the same result, it says
 * so and the parser is asked.
 *
 * <p>Floor 3: sees {@code probes.entries}, {@code observe}, {@code spi} and {@code model}.
 */
package dev.stageproof.probes.logfile;
