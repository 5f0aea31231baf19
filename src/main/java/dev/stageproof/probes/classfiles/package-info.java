/**
 * Looks for classes in jars and folders, nested jars included; reads class files, loads and runs
 * nothing.
 *
 * <p>Floor 3, below {@code probes.imageclasses}, which searches the same way in an image: sees
 * {@code observe}, {@code spi} and {@code model}.
 */
package dev.stageproof.probes.classfiles;
