/**
 * The command line: picocli commands, exit codes, streams, progress, and the real clock.
 *
 * <p>Floor 5: sees {@code gate}, {@code sandbox}, {@code refdoc}, {@code spi}, {@code shape} and
 * {@code model}. The only room that touches the standard streams and the system clock.
 */
package dev.stageproof.cli;
