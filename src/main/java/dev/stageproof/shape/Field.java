package dev.stageproof.shape;

import java.util.Optional;

/**
 * One component of a record.
 *
 * @param key how it is written: "max-lag"
 * @param component the record component's name: "maxLag"
 * @param doc its documentation; empty only where the record carries none
 * @param def the default as YAML text
 * @param example a value as YAML text
 * @param required true when leaving it out is an error
 * @param optional true when the component is an {@link Optional}, so that absence has no default
 */
public record Field(
    String key,
    String component,
    Shape shape,
    String doc,
    Optional<String> def,
    Optional<String> example,
    boolean required,
    boolean optional) {}
