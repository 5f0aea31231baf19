/**
 * The run as an in-toto statement about the image that was validated.
 *
 * <p>Floor 3: sees {@code report}, {@code spi}, {@code shape} and {@code model}.
 */
package dev.stageproof.formats.intoto;
