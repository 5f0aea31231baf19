/**
 * The words between checks and probes: for each kind of look at the world one request and one
 * observation.
 *
 * <p>Floor 2: sees {@code spi} and {@code model}. Requests say how to repeat them by hand;
 * observations hold what was seen and no opinion about it.
 */
package dev.stageproof.observe;
