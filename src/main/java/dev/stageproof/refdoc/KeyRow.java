package dev.stageproof.refdoc;

import dev.stageproof.shape.Field;
import dev.stageproof.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One key of a reference, nested keys included.
 *
 * @param path "expect.json[].path"
 * @param takes what may be written there
 * @param options the words that may be chosen, if it is a choice
 */
record KeyRow(
    String path,
    String takes,
    Optional<String> def,
    boolean required,
    String meaning,
    Optional<String> example,
    List<Shape.Option> options) {

  /** The keys of a record, each followed by those nested in it. */
  static List<KeyRow> of(Shape.Fields shape) {
    List<KeyRow> rows = new ArrayList<>();
    add(rows, "", shape);
    return rows;
  }

  /** The meaning with the words that may be chosen and an example. */
  String explained() {
    StringBuilder text = new StringBuilder(meaning);
    options.stream()
        .filter(option -> !option.doc().isEmpty())
        .forEach(option -> text.append(" " + code(option) + ": ").append(option.doc()));
    example.ifPresent(value -> text.append(" For example `").append(value).append("`."));
    return text.toString().strip();
  }

  private static void add(List<KeyRow> rows, String prefix, Shape.Fields shape) {
    for (Field field : shape.fields()) {
      String path = prefix + field.key();
      rows.add(
          new KeyRow(
              path,
              takes(field.shape()),
              field.def(),
              field.required(),
              field.doc(),
              field.example(),
              options(field.shape())));
      nest(rows, path, field.shape());
    }
  }

  private static void nest(List<KeyRow> rows, String path, Shape shape) {
    if (shape instanceof Shape.Fields nested) {
      add(rows, path + ".", nested);
    } else if (shape instanceof Shape.Many many) {
      nest(rows, path + "[]", many.element());
    } else if (shape instanceof Shape.Table table) {
      nest(rows, path + ".*", table.value());
    }
  }

  private static String takes(Shape shape) {
    if (shape instanceof Shape.Scalar scalar) {
      return scalar.hint();
    }
    if (shape instanceof Shape.Choice choice) {
      return "one of " + String.join(", ", choice.options().stream().map(KeyRow::code).toList());
    }
    if (shape instanceof Shape.Many many) {
      if (many.element() instanceof Shape.Fields) {
        return "a list; each entry takes the keys below";
      }
      String element = takes(many.element());
      return (many.oneOrMany() ? "one, or a list, of: " : "a list of: ") + element;
    }
    if (shape instanceof Shape.Table table) {
      return "names, each with: " + takes(table.value());
    }
    if (shape instanceof Shape.Tagged tagged) {
      return "keys by `" + tagged.key() + "`";
    }
    if (shape instanceof Shape.Fields fields) {
      String keys = "the keys below";
      return fields.shorthand().map(key -> takes(key.shape()) + ", or " + keys).orElse(keys);
    }
    return "any value but null";
  }

  private static String code(Shape.Option option) {
    return "`" + option.word() + "`";
  }

  private static List<Shape.Option> options(Shape shape) {
    if (shape instanceof Shape.Many many) {
      return options(many.element());
    }
    return shape instanceof Shape.Choice choice ? choice.options() : List.of();
  }
}
