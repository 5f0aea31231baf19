/**
 * A report by a template of the user's own.
 *
 * <p>Floor 3: sees {@code report}, {@code spi}, {@code shape}, {@code model}, the templates'
 * machinery, and how Markdown is escaped.
 */
package dev.stageproof.formats.template;
