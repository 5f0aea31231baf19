package dev.stageproof.checks.pythonimport;

import dev.stageproof.checks.pythonimport.Answer.Attempt;
import dev.stageproof.checks.pythonimport.Answer.Same;
import dev.stageproof.checks.pythonimport.Answer.Warned;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.PythonName;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An import that an interpreter tried. */
record ImportedFinding(Attempt attempt) implements Finding {

  private static final String AGAIN = "Run it again.";

  @Override
  public Outcome presence() {
    return attempt.imported() ? Outcome.PASS : Outcome.FAIL;
  }

  @Override
  public boolean gone() {
    return attempt.gone();
  }

  @Override
  public String shown() {
    return attempt.shown();
  }

  @Override
  public Optional<String> nearest() {
    return attempt.nearest().stream().findFirst();
  }

  @Override
  public Optional<String> settle() {
    return Optional.empty();
  }

  @Override
  public Fact<String> qualifiedName() {
    return fact(attempt.qualifiedName(), "Expect a qualified name of a class or function only.");
  }

  @Override
  public Fact<String> file() {
    return fact(attempt.file(), "Expect a file of a class, a function or a module only.");
  }

  @Override
  public Fact<Set<ObjectKind>> kinds() {
    if (attempt.callable().isEmpty()) {
      return new Fact.Unknown<>("the answer does not say", AGAIN);
    }
    Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
    String kind = attempt.kind().orElse("");
    if (kind.equals("class")) {
      kinds.add(ObjectKind.CLASS);
    } else if (kind.equals("function")) {
      kinds.add(ObjectKind.FUNCTION);
    }
    if (attempt.callable().get()) {
      kinds.add(ObjectKind.CALLABLE);
    }
    return new Fact.Known<>(kinds);
  }

  @Override
  public Fact<Members> members() {
    return attempt
        .members()
        .<Fact<Members>>map(names -> new Fact.Known<>(new Members(names, true)))
        .orElseGet(
            () ->
                new Fact.Unknown<>(
                    "no enumeration: " + attempt.shown(), "Expect members of an Enum only."));
  }

  /** The other one was imported together with this one, and with no further one. */
  @Override
  public Fact<Sameness> sameAs(PythonName other) {
    Optional<Same> same = attempt.same();
    return same.isPresent()
        ? new Fact.Known<>(new Sameness(same.get().identical(), same.get().other().shown()))
        : new Fact.Unknown<>("the answer does not say", AGAIN);
  }

  @Override
  public Warnings warnings() {
    List<String> messages =
        attempt.warnings().stream().filter(Warned::deprecation).map(Warned::message).toList();
    return new Warnings(messages, List.of(), Optional.empty());
  }

  private Fact<String> fact(Optional<String> value, String settle) {
    return value
        .<Fact<String>>map(Fact.Known::new)
        .orElseGet(() -> new Fact.Unknown<>("has none: " + attempt.shown(), settle));
  }
}
