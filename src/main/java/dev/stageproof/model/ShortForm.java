package dev.stageproof.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record of settings that may also be written as the value of one of its keys: {@code auth:
 * id-token} for {@code auth: {type: id-token}}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ShortForm {

  /** The record component that may stand for the whole; written as one scalar. */
  String value();
}
