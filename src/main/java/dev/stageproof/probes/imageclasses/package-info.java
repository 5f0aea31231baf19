/**
 * Looks for classes in the file system of a container image: finds out which class path the image
 * starts its program with, and searches it as {@code probes.classfiles} does on this machine.
 *
 * <p>Floor 3: sees {@code observe}, {@code spi}, {@code model}, and the probes {@code
 * probes.classfiles} and {@code probes.image}.
 */
package dev.stageproof.probes.imageclasses;
