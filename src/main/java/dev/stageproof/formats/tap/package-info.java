/**
 * The run in the Test Anything Protocol, version 14.
 *
 * <p>Floor 3: sees {@code report}, {@code spi}, {@code shape} and {@code model}.
 */
package dev.stageproof.formats.tap;
