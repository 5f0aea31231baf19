/**
 * Runs programs: argument vectors without a shell, with bounded output, under a deadline that ends
 * the program and everything it started.
 *
 * <p>Floor 3: sees {@code observe}, {@code spi} and {@code model}.
 */
package dev.stageproof.probes.process;
