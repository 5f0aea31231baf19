package dev.stageproof.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a setting, a type or a constant means: the one place where it is said.
 *
 * <p>The JSON schemas, the reference pages and the {@code checks} command are generated from it,
 * and the default is bound from it. It stands on the lowest floor because the run record is
 * documented by it as well as the configuration.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Doc {

  /** One or two sentences, in English, ending with a full stop. */
  String value();

  /** The default as it would be written in YAML; empty means that there is none. */
  String def() default "";

  /** A value as it would be written in YAML; empty means that no example is needed. */
  String example() default "";

  /**
   * Makes an empty list or map an error; other components are required when they have no default.
   */
  boolean required() default false;
}
