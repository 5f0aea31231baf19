/**
 * The run as a JUnit report, for continuous integration servers.
 *
 * <p>Floor 3: sees {@code report}, {@code spi}, {@code shape} and {@code model}.
 */
package dev.stageproof.formats.junit;
