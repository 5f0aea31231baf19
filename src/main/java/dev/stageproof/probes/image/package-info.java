/**
 * Reads the file system of a container image: from a registry, a layout folder or an archive, with
 * every digest checked, and nothing executed.
 *
 * <p>Floor 3, below the probes that look into an image: sees {@code observe}, {@code spi}, {@code
 * model}, and {@code probes.registry} to ask for manifests and layers.
 */
package dev.stageproof.probes.image;
