/**
 * The run as a Prometheus text file, for node_exporter's textfile collector or a push gateway.
 *
 * <p>Floor 3: sees {@code report}, {@code spi}, {@code shape} and {@code model}.
 */
package dev.stageproof.formats.prometheus;
