/**
 * Looks for classes in jars and folders, nested jars included; reads class files, loads and runs
 * nothing.
 *
 * <p>Floor 3: sees {@code observe}, {@code spi} and {@code model}.
 */
package dev.stageproof.probes.classfiles;
