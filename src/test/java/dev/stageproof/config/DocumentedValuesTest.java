package dev.stageproof.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.samples.GrepType;
import dev.stageproof.samples.PingType;
import dev.stageproof.shape.Field;
import dev.stageproof.shape.Shape;
import dev.stageproof.spi.CheckType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation gives as default or example is what the key takes. */
class DocumentedValuesTest {

  private static Stream<Field> fields(Shape shape) {
    if (shape instanceof Shape.Many many) {
      return fields(many.element());
    }
    if (shape instanceof Shape.Table table) {
      return fields(table.value());
    }
    if (shape instanceof Shape.Tagged tagged) {
      Stream<Shape> all =
          Stream.concat(Stream.of(tagged.common()), tagged.variants().values().stream());
      return all.flatMap(DocumentedValuesTest::fields);
    }
    return shape instanceof Shape.Fields fields
        ? fields.fields().stream()
            .flatMap(field -> Stream.concat(Stream.of(field), fields(field.shape())))
        : Stream.of();
  }

  private static List<Field> all() {
    List<CheckType<?>> types = new ArrayList<>(List.of(new PingType(), new GrepType()));
    ServiceLoader.load(CheckType.class).forEach(type -> types.add((CheckType<?>) type));
    return fields(new ConfigReader(types, name -> Optional.empty()).shape()).toList();
  }

  private static Field withDefault(Field field, String text) {
    return new Field(
        field.key(),
        field.component(),
        field.shape(),
        field.doc(),
        Optional.of(text),
        Optional.empty(),
        false,
        field.optional());
  }

  /** An example may show a variable, whose value only a run knows. */
  private static String withoutVariables(String example) {
    return example.replaceAll("\\$\\{[A-Za-z_]+}", "some-value");
  }

  @Test
  void everyDefaultAndEveryExampleFitsItsKey() {
    for (Field field : all()) {
      field.def().ifPresent(text -> assertThat(Defaults.of(field)).isNotNull());
      field
          .example()
          .map(text -> withDefault(field, withoutVariables(text)))
          .ifPresent(example -> assertThat(Defaults.of(example)).isNotNull());
    }
  }

  /** In YAML, `a #b` is the text `a`: the rest is a comment. */
  @Test
  void noDefaultOrExampleEndsInAComment() {
    assertThat(all().stream().flatMap(f -> Stream.concat(f.def().stream(), f.example().stream())))
        .filteredOn(text -> text.matches("[^\"'\\[{].* #.*"))
        .as("must be in quotes")
        .isEmpty();
  }

  /** JSON Schema takes regular expressions of ECMAScript, which knows no inline flags. */
  @Test
  void everyPatternIsFitForASchema() {
    assertThat(all().stream().map(Field::shape).map(DocumentedValuesTest::pattern))
        .filteredOn(pattern -> pattern.matches(".*(\\(\\?[^:=!<]|[*+?}]\\+|\\\\[QEAzZ]).*"))
        .isEmpty();
  }

  private static String pattern(Shape shape) {
    if (shape instanceof Shape.Many many) {
      return pattern(many.element());
    }
    if (shape instanceof Shape.Table table) {
      return pattern(table.value());
    }
    return shape instanceof Shape.Scalar scalar ? scalar.pattern().orElse("") : "";
  }

  @Test
  void aDefaultThatDoesNotFitIsAProgrammingError() {
    Field samples =
        all().stream().filter(field -> field.key().equals("samples")).findFirst().orElseThrow();

    assertThatThrownBy(() -> Defaults.of(withDefault(samples, "many")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("`many` is no default: ");
  }
}
