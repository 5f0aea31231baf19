/**
 * Runs tests and reads their JUnit XML reports, or reads reports that are there.
 *
 * <p>Floor 3: sees {@code observe}, {@code spi}, {@code shape} and {@code model}, and {@code
 * probes.process}, which runs the program. The reports are foreign: bounded in number, size and
 * depth, and never allowed a document type or an entity.
 */
package dev.stageproof.probes.testrun;
