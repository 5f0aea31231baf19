/**
 * The check type {@code log-novelty}: what the revision's log says that the log before it did not.
 *
 * <p>Floor 3: sees {@code checks.logs}, {@code observe}, {@code spi} and {@code model}; pure.
 */
package dev.stageproof.checks.lognovelty;
