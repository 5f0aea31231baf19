/**
 * Looks into the records of earlier runs for what they saw, so that a run can be compared with one
 * that can no longer be observed.
 *
 * <p>Floor 3: sees {@code stored} and {@code shape}, which read records, {@code observe}, {@code
 * spi} and {@code model}.
 */
package dev.stageproof.probes.recorded;
