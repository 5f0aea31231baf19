/**
 * The report as a reader sees it, before any format: sections in their order, sorted rows, numbers
 * and times as text; and the safe way to write a report's file.
 *
 * <p>Floor 2: sees {@code spi}, {@code shape} and {@code model}. Everything but {@link
 * dev.stageproof.report.ReportFiles} is a pure function of the run record: no clock, no default
 * locale, no default time zone.
 */
package dev.stageproof.report;
