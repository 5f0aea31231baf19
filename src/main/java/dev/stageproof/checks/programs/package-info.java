/**
 * What check types share that run a program: how it is named, and how its output is shown.
 *
 * <p>Floor 3, below {@code checks.command} and {@code checks.testsuite}: sees {@code observe},
 * {@code spi} and {@code model}.
 */
package dev.stageproof.checks.programs;
