/**
 * What all log checks share: whose log is read, with what it is compared, and what has to hold
 * before something that was not seen counts as not there.
 *
 * <p>Floor 3, below {@code checks.logpattern}, {@code checks.logmetric} and {@code
 * checks.lognovelty}: sees {@code observe}, {@code spi} and {@code model}; pure.
 */
package dev.stageproof.checks.logs;
