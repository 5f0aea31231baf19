/**
 * Reads a configuration: YAML to typed records, all problems at once, each with its place.
 *
 * <p>Floor 2: sees {@code spi}, {@code shape} and {@code model}; the only package that knows YAML.
 * Which keys there are, what they take and what they default to is read from the records and their
 * {@code @Doc}; nothing about it is written down here.
 */
package dev.stageproof.config;
