package dev.stageproof.refdoc;

import dev.stageproof.shape.Shape;

/**
 * A check type, for a reference.
 *
 * @param name as it is written under {@code type}
 * @param title what a report's heading calls it
 * @param settings its own keys
 */
public record TypeDoc(String name, String title, Shape.Fields settings) {}
