/**
 * The {@code test-suite} check: what a test run's JUnit XML reports say.
 *
 * <p>Floor 3: sees {@code observe}, {@code spi} and {@code model}, and {@code checks.programs},
 * which it shares with {@code command}.
 */
package dev.stageproof.checks.testsuite;
