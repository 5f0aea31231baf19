/**
 * Looks for Application Default Credentials and tells their kind, never a secret of them.
 *
 * <p>Floor 3: sees {@code observe}, {@code spi} and {@code model}.
 */
package dev.stageproof.probes.credentials;
