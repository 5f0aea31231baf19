/**
 * The report for people: GitHub-flavoured Markdown from FreeMarker templates, which a user can
 * replace one by one.
 *
 * <p>Floor 3: sees {@code report}, {@code spi}, {@code shape} and {@code model}; the only user of
 * FreeMarker.
 */
package dev.stageproof.formats.markdown;
