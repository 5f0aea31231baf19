/**
 * Looks at Cloud Run services and revisions through the Admin API v2.
 *
 * <p>Floor 3: sees {@code probes.google}, {@code observe}, {@code spi} and {@code model}.
 */
package dev.stageproof.probes.cloudrun;
