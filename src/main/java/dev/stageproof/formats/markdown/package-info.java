/**
 * The report for people: GitHub-flavoured Markdown from FreeMarker templates, which a user can
 * replace one by one.
 *
 * <p>Floor 3: sees {@code report}, {@code spi}, {@code shape} and {@code model}, and the sibling
 * {@code templates}.
 */
package dev.stageproof.formats.markdown;
