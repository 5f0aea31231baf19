/**
 * The run for GitHub Actions: the step's summary, its annotations and its outputs; three formats of
 * one kind of reader.
 *
 * <p>Floor 3: sees {@code report}, {@code spi}, {@code shape}, {@code model}, and the Markdown
 * format, which it cuts to size.
 */
package dev.stageproof.formats.github;
