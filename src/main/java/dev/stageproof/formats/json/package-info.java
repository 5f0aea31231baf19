/**
 * The run record as JSON: the truth of a run, from which every other report can be made again.
 *
 * <p>Floor 3: sees {@code report}, {@code spi}, {@code shape} and {@code model}.
 */
package dev.stageproof.formats.json;
