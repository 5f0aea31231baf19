/**
 * The check type {@code log-pattern}: what the revision's log says, and whether what it does not
 * say means anything.
 *
 * <p>Floor 3: sees {@code checks.logs}, {@code observe}, {@code spi} and {@code model}; pure.
 */
package dev.stageproof.checks.logpattern;
