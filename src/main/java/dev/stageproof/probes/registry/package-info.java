/**
 * Asks container registries, as the OCI distribution specification describes them.
 *
 * <p>Floor 3: sees {@code observe}, {@code spi}, {@code model}, and {@code probes.google} for
 * Google's access tokens.
 */
package dev.stageproof.probes.registry;
