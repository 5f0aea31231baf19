/**
 * The {@code command} check: what a program's exit code and output have to be.
 *
 * <p>Floor 3: sees {@code observe}, {@code spi} and {@code model}, {@code checks.programs}, which
 * it shares with {@code test-suite}, and {@code checks.places}.
 */
package dev.stageproof.checks.command;
