/**
 * The check type {@code cloud-run}: the state of a service and its revision, and what the platform
 * calls the target.
 *
 * <p>Floor 3: sees {@code observe}, {@code spi} and {@code model}; pure.
 */
package dev.stageproof.checks.cloudrun;
