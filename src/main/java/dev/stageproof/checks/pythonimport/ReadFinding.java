package dev.stageproof.checks.pythonimport;

import dev.stageproof.model.Outcome;
import dev.stageproof.observe.ImagePythonObservation;
import dev.stageproof.observe.ImagePythonObservation.Definition;
import dev.stageproof.observe.ImagePythonObservation.Kind;
import dev.stageproof.observe.ImagePythonObservation.Presence;
import dev.stageproof.observe.ImagePythonObservation.Sought;
import dev.stageproof.observe.ImagePythonObservation.Spot;
import dev.stageproof.observe.PythonName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An import whose source was read. */
record ReadFinding(Sought sought, ImagePythonObservation seen) implements Finding {

  /** What a place that runs nothing can't tell, one that runs Python can. */
  static final String IMPORT_IT =
      "Import it instead: with `where: cloud-run-job` the image's own Python does.";

  @Override
  public Outcome presence() {
    return switch (sought.presence()) {
      case PRESENT -> Outcome.PASS;
      case ABSENT, BROKEN -> Outcome.FAIL;
      case UNKNOWN -> Outcome.INCONCLUSIVE;
    };
  }

  @Override
  public boolean gone() {
    return sought.presence() == Presence.ABSENT;
  }

  @Override
  public String shown() {
    return sought.definition().map(this::shown).orElse(sought.why());
  }

  private String shown(Definition definition) {
    String where = definition.spot().file().isEmpty() ? "" : " in " + definition.spot().file();
    return words(definition.kind()) + " " + definition.dotted() + where + through();
  }

  private String through() {
    return sought.through().isEmpty()
        ? ""
        : ", by way of "
            + sought.through().stream().map(Spot::toString).collect(Collectors.joining(", "));
  }

  static String words(Kind kind) {
    return switch (kind) {
      case NAMESPACE -> "namespace package";
      case EXTENSION -> "extension module";
      case BYTECODE -> "compiled module";
      case BUILT_IN -> "built-in module";
      default -> kind.name().toLowerCase(Locale.ROOT);
    };
  }

  @Override
  public Optional<String> nearest() {
    return sought.nearest();
  }

  @Override
  public Optional<String> settle() {
    return sought.presence() == Presence.UNKNOWN ? Optional.of(IMPORT_IT) : Optional.empty();
  }

  @Override
  public Fact<String> qualifiedName() {
    return known(
        sought.definition().filter(one -> one.kind() != Kind.VALUE).map(Definition::dotted));
  }

  @Override
  public Fact<String> file() {
    return known(sought.definition().map(one -> one.spot().file()).filter(file -> !file.isEmpty()));
  }

  private <T> Fact<T> known(Optional<T> value) {
    return value
        .<Fact<T>>map(Fact.Known::new)
        .orElseGet(() -> new Fact.Unknown<>("not written: " + shown(), IMPORT_IT));
  }

  @Override
  public Fact<Set<ObjectKind>> kinds() {
    return known(
        sought
            .definition()
            .filter(one -> one.kind() != Kind.VALUE)
            .map(
                one ->
                    switch (one.kind()) {
                      case CLASS -> Set.of(ObjectKind.CLASS, ObjectKind.CALLABLE);
                      case FUNCTION -> Set.of(ObjectKind.FUNCTION, ObjectKind.CALLABLE);
                      default -> Set.of();
                    }));
  }

  @Override
  public Fact<Members> members() {
    return known(
        sought
            .definition()
            .filter(Definition::enumeration)
            .map(one -> new Members(one.members(), one.complete())));
  }

  /** Two ways to one definition are the same; two ways to two classes or functions are not. */
  @Override
  public Fact<Sameness> sameAs(PythonName other) {
    Sought second = seen.of(other);
    String shown = new ReadFinding(second, seen).shown();
    if (second.presence() == Presence.ABSENT || second.presence() == Presence.BROKEN) {
      return new Fact.Known<>(new Sameness(false, shown));
    }
    Optional<Definition> here = sought.definition();
    Optional<Definition> there = second.definition();
    boolean same = here.isPresent() && here.equals(there);
    boolean objects = here.filter(one -> one.kind() != Kind.VALUE).isPresent();
    boolean told = same || (objects && there.filter(one -> one.kind() != Kind.VALUE).isPresent());
    return known(Optional.of(new Sameness(same, shown)).filter(compared -> told));
  }

  @Override
  public Warnings warnings() {
    List<ImagePythonObservation.Warned> all =
        sought.warnings().stream().filter(one -> deprecation(one.category())).toList();
    return new Warnings(
        all.stream()
            .filter(one -> one.certain() && one.message().isPresent())
            .map(one -> one.message().get())
            .toList(),
        all.stream()
            .filter(one -> !one.certain() || one.message().isEmpty())
            .map(
                one ->
                    one.message().orElse("a message that is put together when it comes")
                        + (one.certain() ? "" : " under a condition")
                        + ", in "
                        + one.spot())
            .toList(),
        Optional.of("what these modules call or import was not run"));
  }

  /** The class itself, and those that say in their name that they are a kind of it. */
  static boolean deprecation(String category) {
    return category.endsWith("DeprecationWarning") && !category.equals("PendingDeprecationWarning");
  }
}
