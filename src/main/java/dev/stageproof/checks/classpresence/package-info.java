/**
 * The {@code class-presence} check: which classes are in jars and folders, and which are not.
 *
 * <p>Floor 3: sees {@code observe}, {@code spi} and {@code model}.
 */
package dev.stageproof.checks.classpresence;
