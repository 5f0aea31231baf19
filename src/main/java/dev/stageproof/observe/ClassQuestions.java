package dev.stageproof.observe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked of a class path, wherever it is.
 *
 * @param classNames binary names with dots: {@code com.acme.Outer$Inner}; distinct
 * @param javaRelease the Java that loads the classes, 8 or more: of a multi-release jar its
 *     variants count; empty when it is not known
 */
public record ClassQuestions(List<String> classNames, Optional<Integer> javaRelease) {

  public ClassQuestions {
    classNames = List.copyOf(classNames);
  }

  /** Both questions in one; empty when they are meant for different releases of Java. */
  Optional<ClassQuestions> with(ClassQuestions other) {
    return javaRelease.equals(other.javaRelease)
        ? Optional.of(
            new ClassQuestions(
                Stream.concat(classNames.stream(), other.classNames.stream()).distinct().toList(),
                javaRelease))
        : Optional.empty();
  }
}
