/**
 * What check types share that can look in several places: on this machine, into an image, into a
 * job; and how a report says whether what was seen is the revision's.
 *
 * <p>Floor 3, below {@code checks.command}, {@code checks.classpresence} and {@code
 * checks.pythonimport}: sees {@code observe}, {@code spi} and {@code model}.
 */
package dev.stageproof.checks.places;
