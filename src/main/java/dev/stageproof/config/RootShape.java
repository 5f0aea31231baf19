package dev.stageproof.config;

import dev.stageproof.shape.Field;
import dev.stageproof.shape.Naming;
import dev.stageproof.shape.Shape;
import dev.stageproof.shape.ShapeReader;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckSettings;
import dev.stageproof.spi.CheckType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The shape of a whole configuration, with the check types that are at hand. */
final class RootShape {

  private static final String TYPE = "type";
  private static final ShapeReader SETTINGS = new ShapeReader(Naming.CONFIG, Map.of());

  /** What the records' types alone don't say. */
  private static final Map<String, Shape> REFINED =
      Map.of(
          "version",
          new Shape.Scalar(int.class, Optional.of("1"), "1, the only version of this format"),
          "secrets",
          new Shape.Many(
              new Shape.Scalar(
                  String.class,
                  Optional.of(Expansion.NAME),
                  "the name of a variable such as API_TOKEN, never its value"),
              false));

  private RootShape() {}

  /**
   * @throws IllegalArgumentException when a check type is not fit to be configured: a programming
   *     error
   */
  static Shape.Fields of(Collection<? extends CheckType<?>> types) {
    Shape.Fields common = SETTINGS.fields(CheckSettings.class);
    Map<String, Shape.Fields> variants = new TreeMap<>();
    for (CheckType<?> type : types) {
      Shape.Fields own = SETTINGS.fields(type.settingsType());
      requireApart(type.name(), common, own);
      if (variants.put(type.name(), own) != null) {
        throw new IllegalArgumentException("two check types are called `" + type.name() + "`");
      }
    }
    Shape check = new Shape.Tagged(TYPE, common, variants);
    Shape.Fields root =
        new ShapeReader(Naming.CONFIG, Map.of(Check.class, check)).fields(RunConfig.class);
    return new Shape.Fields(root.type(), root.doc(), refined(root.fields()));
  }

  private static List<Field> refined(List<Field> fields) {
    List<Field> refined = new ArrayList<>();
    for (Field field : fields) {
      Shape shape = REFINED.getOrDefault(field.key(), field.shape());
      refined.add(
          new Field(
              field.key(),
              field.component(),
              shape,
              field.doc(),
              field.def(),
              field.example(),
              field.required(),
              field.optional()));
    }
    return refined;
  }

  /** Both records' keys stand side by side in the file. */
  private static void requireApart(String name, Shape.Fields common, Shape.Fields own) {
    List<String> taken = new ArrayList<>(common.fields().stream().map(Field::key).toList());
    taken.add(TYPE);
    own.fields().stream()
        .map(Field::key)
        .filter(taken::contains)
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalArgumentException(
                  "check type `" + name + "` can't have a key `" + key + "`: every check has it");
            });
  }
}
