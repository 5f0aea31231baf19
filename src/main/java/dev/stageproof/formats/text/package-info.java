/**
 * The report in short, as plain text for terminals and mails.
 *
 * <p>Floor 3: sees {@code report}, {@code spi}, {@code shape} and {@code model}.
 */
package dev.stageproof.formats.text;
