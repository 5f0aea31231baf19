/**
 * What the probes of Google's APIs share: how an API is reached, how one call is made within a
 * look's deadline, what is said when it fails, and how a request to a private service proves who
 * sends it.
 *
 * <p>Floor 3, the room under {@code probes.cloudrun}, {@code probes.http}, {@code probes.job},
 * {@code probes.logging} and {@code probes.registry}, visible to those only: sees {@code observe},
 * {@code spi} and {@code model}.
 */
package dev.stageproof.probes.google;
