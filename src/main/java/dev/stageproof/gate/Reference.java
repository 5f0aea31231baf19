package dev.stageproof.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stageproof.config.ConfigReader;
import dev.stageproof.model.RunRecord;
import dev.stageproof.shape.Naming;
import dev.stageproof.shape.Shape;
import dev.stageproof.shape.ShapeReader;
import dev.stageproof.spi.CheckSettings;
import dev.stageproof.spi.CheckType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The use case of {@code checks} and {@code schema}: what there is to configure. */
public final class Reference {
  private static final ShapeReader SETTINGS = new ShapeReader(Naming.CONFIG, Map.of());

  private final List<CheckType<?>> types;

  /** Reads the check types of a catalog. */
  public Reference(Catalog catalog) throws UsageException {
    this.types = catalog.checkTypes();
  }

  /**
   * A check type and all that can be set.
   *
   * @param example a configuration that uses it, as YAML
   */
  public record TypeReference(
      String name, String title, Shape.Fields settings, Optional<String> example) {}

  /** Every check type, by name. */
  public List<TypeReference> types() {
    return types.stream().map(Reference::reference).toList();
  }

  /**
   * One check type.
   *
   * @throws UsageException when there is none of that name
   */
  public TypeReference type(String name) throws UsageException {
    return types().stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> Names.unknown("check type", name, types.stream().map(CheckType::name).toList()));
  }

  /** The settings that every check has. */
  public Shape.Fields common() {
    return SETTINGS.fields(CheckSettings.class);
  }

  /** The whole configuration file. */
  public Shape.Fields configuration() {
    return new ConfigReader(types, name -> Optional.empty()).shape();
  }

  /** The run record, as its JSON form writes it. */
  public Shape.Fields runRecord() {
    return new ShapeReader(Naming.RECORD, Map.of()).fields(RunRecord.class);
  }

  private static TypeReference reference(CheckType<?> type) {
    return new TypeReference(
        type.name(), type.title(), SETTINGS.fields(type.settingsType()), example(type));
  }

  /** A plug-in's jar may bring an example at the same place. */
  private static Optional<String> example(CheckType<?> type) {
    String name = "stageproof/examples/" + type.name() + ".yaml";
    try (InputStream in = type.getClass().getClassLoader().getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the example of " + type.name(), e);
    }
  }
}
