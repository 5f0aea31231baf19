/**
 * Reads the log of one revision through the Cloud Logging API v2, page by page; sends the marked
 * request that shows how far ingestion has come. Reads the logs of jobs for {@code probes.job}, on
 * the same connection and within the same quota.
 *
 * <p>Floor 3: sees {@code probes.entries}, {@code probes.google}, {@code probes.job}, {@code
 * observe}, {@code spi} and {@code model}.
 */
package dev.stageproof.probes.logging;
