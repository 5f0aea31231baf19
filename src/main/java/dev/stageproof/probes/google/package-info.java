/**
 * What the probes of Google's APIs share: how an API is reached, how one call is made within a
 * look's deadline, and what is said when it fails.
 *
 * <p>Floor 3, the room under {@code probes.cloudrun}, {@code probes.logging} and {@code
 * probes.registry}, visible to those only: sees {@code spi} and {@code model}.
 */
package dev.stageproof.probes.google;
