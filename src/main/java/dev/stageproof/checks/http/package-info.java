/**
 * The check type {@code http}: an HTTP endpoint answers as it should.
 *
 * <p>Floor 3: sees {@code checks.requests}, {@code observe}, {@code spi} and {@code model}. Pure:
 * each expectation of the configuration is a small record that compares itself with the answers.
 */
package dev.stageproof.checks.http;
