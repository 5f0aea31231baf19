/**
 * Finds Python modules and names in an image by its search path and its source; runs nothing.
 *
 * <p>Floor 3, above {@code probes.image} and {@code probes.pythonsource}: sees these, {@code
 * observe}, {@code spi}, {@code shape} and {@code model}.
 */
package dev.stageproof.probes.pythonimage;
