package dev.stageproof.report;

import java.util.Optional;

/**
 * One line about the run or its target.
 *
 * @param name "Revision"
 * @param code a name to be shown letter by letter, before the text; empty when there is none
 * @param text the rest in words; may be empty when there is a code
 */
public record Fact(String name, Optional<String> code, String text) {

  static Fact text(String name, String text) {
    return new Fact(name, Optional.empty(), ForeignText.line(text));
  }

  static Fact code(String name, String code, String text) {
    return new Fact(name, Optional.of(ForeignText.line(code)), ForeignText.line(text));
  }
}
