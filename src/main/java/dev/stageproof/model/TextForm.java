package dev.stageproof.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that is written as one scalar, such as {@code 2xx} or {@code 512Mi}.
 *
 * <p>The type has a {@code public static T parse(String)} that throws {@link
 * IllegalArgumentException} with a message for the user, and a {@code toString()} that {@code
 * parse} reads back.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TextForm {

  /** A regular expression that every valid text matches whole; goes into the JSON schema. */
  String pattern();

  /** What is allowed, for an error message: "a status such as 200, or a class such as 2xx". */
  String hint();
}
