/**
 * Looks whether files and programs are there, without opening or running them.
 *
 * <p>Floor 3: sees {@code observe}, {@code spi} and {@code model}.
 */
package dev.stageproof.probes.presence;
