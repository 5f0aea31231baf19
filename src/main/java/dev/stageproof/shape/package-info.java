/**
 * The anatomy of our records: their components, names, defaults and documentation, and walks over
 * their values: as trees of plain values, as JSON, and back.
 *
 * <p>Floor 1: sees {@code model}. The configuration reader, the schemas, the reference, the
 * redactor and the record all read the records through this one lens, so they can't disagree.
 */
package dev.stageproof.shape;
