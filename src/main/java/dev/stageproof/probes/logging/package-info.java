/**
 * Reads the log of one revision through the Cloud Logging API v2, page by page, and counts what was
 * asked for; keeps no entry but a few excerpts.
 *
 * <p>Floor 3: sees {@code probes.google}, {@code observe}, {@code spi} and {@code model}.
 */
package dev.stageproof.probes.logging;
