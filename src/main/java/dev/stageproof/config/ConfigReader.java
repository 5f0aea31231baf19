package dev.stageproof.config;

import dev.stageproof.shape.Shape;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckSettings;
import dev.stageproof.spi.CheckType;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads configurations. Everything that is wrong with a file is reported at once, as far as it can
 * be told: the rules inside a record's constructor are asked when each of its keys could be read.
 *
 * <p>May be used by several threads when the variables' function may.
 */
public final class ConfigReader {

  private final Map<String, ? extends CheckType<?>> types;
  private final Function<String, Optional<String>> variables;
  private final Shape.Fields shape;

  /**
   * @param types the check types that a configuration may name
   * @param variables the values of {@code ${VAR}}: the command line's, then the environment's;
   *     never shown in a message
   * @throws IllegalArgumentException when two types have one name, or a type's settings can't be
   *     configured: a programming error
   */
  public ConfigReader(
      Collection<? extends CheckType<?>> types, Function<String, Optional<String>> variables) {
    this.shape = RootShape.of(types);
    this.types = types.stream().collect(Collectors.toMap(CheckType::name, type -> type));
    this.variables = variables;
  }

  /** The shape of a whole configuration, for its schema and reference. */
  public Shape.Fields shape() {
    return shape;
  }

  /**
   * Reads a file of at most 1 MiB.
   *
   * @throws ConfigException when the file can't be read or something is wrong in it
   */
  public RunConfig read(Path file) throws ConfigException {
    return read(file.toString(), new ConfigFile(file).text());
  }

  /**
   * Reads a text.
   *
   * @param fileName what messages call the file
   * @throws ConfigException when something is wrong in it
   */
  public RunConfig read(String fileName, String text) throws ConfigException {
    SourceText source = SourceText.of(fileName, text);
    Problems problems = new Problems(source);
    Optional<Node> root = new YamlDocument(source, problems).compose();
    problems.throwIfAny();
    Optional<Object> config = root.flatMap(node -> bind(node, source, problems));
    if (root.filter(node -> !Kinds.empty(node)).isEmpty()) {
      problems.add(Span.FILE, "the file holds no settings", ConfigFile.START);
    }
    problems.throwIfAny();
    return (RunConfig) config.orElseThrow(() -> new IllegalStateException("lost without a word"));
  }

  private Optional<Object> bind(Node root, SourceText source, Problems problems) {
    if (Kinds.empty(root)) {
      return Optional.empty();
    }
    Variables values = new Variables(variables, source, problems);
    Binder binder = new Binder(problems, values, this::check);
    Optional<Object> config = binder.bind(root, shape, Slot.FILE);
    if (root instanceof MappingNode mapping && binder.sawAll()) {
      new CrossReferences(Entries.of(mapping), values, problems).check();
    }
    return config;
  }

  private Check<?> check(String type, Record common, Record settings) {
    return check(types.get(type), (CheckSettings) common, settings);
  }

  private static <C extends Record> Check<C> check(
      CheckType<C> type, CheckSettings common, Record settings) {
    return new Check<>(common, type, type.settingsType().cast(settings));
  }
}
