/**
 * What the formats that are written by templates share: where templates come from, what they may
 * do, how the view is shown to them, and how their mistakes are told.
 *
 * <p>Floor 3, below the formats that use it: sees {@code report}, {@code spi}, {@code shape} and
 * {@code model}; FreeMarker is used here and in them only.
 */
package dev.stageproof.formats.templates;
