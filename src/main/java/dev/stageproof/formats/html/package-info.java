/**
 * The report for people as one HTML page that needs nothing besides: no script, no network. From
 * FreeMarker templates, which a user can replace one by one.
 *
 * <p>Floor 3: sees {@code report}, {@code spi}, {@code shape} and {@code model}, and the sibling
 * {@code templates}.
 */
package dev.stageproof.formats.html;
