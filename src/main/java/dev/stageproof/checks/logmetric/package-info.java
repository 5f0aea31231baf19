/**
 * The check type {@code log-metric}: numbers that the revision's log names, and what its request
 * log says of the requests it served.
 *
 * <p>Floor 3: sees {@code checks.logs}, {@code observe}, {@code spi} and {@code model}; pure.
 */
package dev.stageproof.checks.logmetric;
