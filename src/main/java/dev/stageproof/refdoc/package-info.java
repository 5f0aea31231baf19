/**
 * Writes what the records say about themselves: JSON Schemas and reference pages.
 *
 * <p>Floor 2: sees {@code spi}, {@code shape} and {@code model}. Everything here is a pure function
 * of shapes: the same records give the same bytes.
 */
package dev.stageproof.refdoc;
