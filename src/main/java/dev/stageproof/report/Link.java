package dev.stageproof.report;

import java.util.Optional;

/**
 * Points to another part of the report.
 *
 * @param text what to show, usually a check's id
 * @param anchor the fragment of the heading pointed to, without {@code #}; empty when that part is
 *     not in the report
 */
public record Link(String text, Optional<String> anchor) {}
