/**
 * Reads the log of one revision through the Cloud Logging API v2, page by page; sends the marked
 * request that shows how far ingestion has come.
 *
 * <p>Floor 3: sees {@code probes.entries}, {@code probes.google}, {@code observe}, {@code spi} and
 * {@code model}.
 */
package dev.stageproof.probes.logging;
