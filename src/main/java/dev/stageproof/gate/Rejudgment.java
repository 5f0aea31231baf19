package dev.stageproof.gate;

import dev.stageproof.engine.ReplayException;
import dev.stageproof.judge.Case;
import dev.stageproof.judge.Judge;
import dev.stageproof.model.Change;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.WaiverResult;
import dev.stageproof.spi.TargetType;
import dev.stageproof.stored.StoredRecord;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The use case of {@code judge}: concludes again from a record's evidence what its checks found and
 * what the verdict is, and holds it against what the record says.
 *
 * <p>That shows a record to be of one piece. It can't show who wrote it: whoever changes evidence
 * with its digests, or the settings of a check, and concludes anew, has written another record.
 *
 * @param judgment what follows from the evidence
 * @param differences what the record says otherwise; what only an other version of stageproof words
 *     otherwise is not among them
 * @param open what can't be concluded again, and why
 * @param reworded how many places another version of stageproof words otherwise
 */
public record Rejudgment(
    RunRecord record,
    Judgment judgment,
    List<Difference> differences,
    List<String> open,
    int reworded) {

  /** True when everything could be concluded again, and the record says all of it. */
  public boolean agrees() {
    return differences.isEmpty() && open.isEmpty();
  }

  /**
   * Concludes again.
   *
   * @param record a file, or {@code -} for standard input
   * @throws UsageException when the record can't be read, or a plug-in can't be loaded
   */
  public static Rejudgment of(Path record, InputStream standardInput, Catalog catalog)
      throws UsageException {
    return of(StoredRecords.load(record, standardInput), catalog);
  }

  /**
   * A record that can be relied on and says what its evidence says, as far as that can be concluded
   * again.
   *
   * @param record a file, or {@code -} for standard input
   * @param refusal what is not done with another record, for the message: "rendered"
   * @throws UsageException when it is another record, or can't be read
   */
  public static RunRecord honest(
      Path record, InputStream standardInput, Catalog catalog, String refusal)
      throws UsageException {
    StoredRecord stored = StoredRecords.load(record, standardInput);
    StoredRecords.reliable(record, stored);
    of(stored, catalog).requireHonest(refusal);
    return stored.record();
  }

  /** What is read by others, or lets a change through, must follow from evidence. */
  void requireHonest(String refusal) throws UsageException {
    if (!differences.isEmpty()) {
      throw new UsageException(
          "the record does not say what its evidence says, so it is not "
              + refusal
              + "; `stageproof judge RECORD` shows each difference");
    }
  }

  static Rejudgment of(StoredRecord stored, Catalog catalog) throws UsageException {
    return new Work(stored.record()).of(stored, catalog);
  }

  /** What a rejudgment is put together in. */
  private static final class Work {
    private final RunRecord record;
    private final List<Difference> differences = new ArrayList<>();
    private final List<Difference> words = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    Work(RunRecord record) {
      this.record = record;
    }

    Rejudgment of(StoredRecord stored, Catalog catalog) throws UsageException {
      stored.changed().forEach(this::changed);
      missing();
      Optional<TargetLooks> target = target(catalog.targetType());
      List<Reevaluation> checks = Reevaluation.of(record, catalog);
      checks.forEach(this::check);
      Judgment again =
          Judge.judge(seen(target, checks.stream().map(Reevaluation::recomputed).toList()));
      judgment(again);
      boolean sameVersion = record.toolVersion().equals(ToolVersion.get());
      if (sameVersion) {
        differences.addAll(words);
      }
      return new Rejudgment(
          record,
          again,
          List.copyOf(differences),
          List.copyOf(open),
          sameVersion ? 0 : words.size());
    }

    private void changed(String id) {
      differences.add(new Difference("evidence " + id, "its sha256", "does not fit what it holds"));
    }

    /** Evidence is numbered without a gap, so that none can be taken out unseen. */
    private void missing() {
      Set<String> ids =
          record.evidence().stream().map(Evidence::id).collect(Collectors.toUnmodifiableSet());
      IntStream.rangeClosed(1, record.evidence().size())
          .mapToObj(number -> "e" + number)
          .filter(id -> !ids.contains(id))
          .forEach(id -> differences.add(new Difference("evidence " + id, "nothing", "missing")));
    }

    private Optional<TargetLooks> target(Optional<TargetType<?>> type) {
      try {
        Optional<TargetLooks> looks =
            type.isPresent() ? TargetLooks.of(record, type.get()) : Optional.empty();
        looks.ifPresent(this::target);
        if (looks.isEmpty() && record.identity().isPresent()) {
          open.add("the target: the record holds no look at it");
        }
        return looks;
      } catch (ReplayException e) {
        open.add("the target: " + e.getMessage());
        return Optional.empty();
      }
    }

    private void target(TargetLooks looks) {
      record
          .identity()
          .ifPresent(
              identity ->
                  differences.addAll(Difference.between("identity", identity, looks.identity())));
      record
          .configuration()
          .ifPresent(
              configuration ->
                  differences.addAll(
                      Difference.between("configuration", configuration, looks.configuration())));
      if (!record.movement().equals(looks.movement())) {
        differences.add(
            new Difference("movement", moved(record.movement()), moved(looks.movement())));
      }
    }

    private static String moved(List<Change> movement) {
      return movement.isEmpty()
          ? "none"
          : movement.stream().map(Change::what).collect(Collectors.joining(", "));
    }

    private void check(Reevaluation check) {
      String name = "check " + check.stored().id();
      if (check.trouble().isPresent()) {
        open.add(name + ": " + check.trouble().get());
        return;
      }
      CheckResult again = check.recomputed();
      if (again.outcome() != check.stored().outcome()) {
        differences.add(
            new Difference(
                name,
                check.stored().outcome().name(),
                again.outcome() + " (" + again.headline() + ")"));
      }
      check
          .stored()
          .evaluation()
          .ifPresent(
              said ->
                  words.addAll(Difference.between(name, said, again.evaluation().orElse(said))));
    }

    /** The verdict as it follows; where a part can't be concluded again, from what is stored. */
    private Case seen(Optional<TargetLooks> target, List<CheckResult> checks) {
      Case stored = Case.of(record, checks);
      return target
          .map(
              looks ->
                  new Case(
                      checks,
                      stored.claims(),
                      stored.waivers(),
                      Optional.of(looks.identity()),
                      Optional.empty(),
                      Optional.of(looks.configuration()),
                      looks.movement(),
                      stored.window(),
                      stored.baseline(),
                      stored.today()))
          .orElse(stored);
    }

    private void judgment(Judgment again) {
      Judgment said = record.judgment();
      decisive("verdict", said.verdict(), again.verdict());
      decisive("confidence", said.confidence().level(), again.confidence().level());
      for (int i = 0; i < said.claims().size(); i++) {
        ClaimResult claim = said.claims().get(i);
        String where = "claim “" + claim.claim().text() + "”";
        decisive(where, claim.answer(), again.claims().get(i).answer());
      }
      for (int i = 0; i < said.waivers().size(); i++) {
        WaiverResult waiver = said.waivers().get(i);
        decisive("waiver " + waiver.waiver().id(), waiver.use(), again.waivers().get(i).use());
      }
      words.addAll(
          Difference.between("judgment", said, again).stream()
              .filter(difference -> !decided(difference.where()))
              .toList());
    }

    private void decisive(String where, Enum<?> stored, Enum<?> recomputed) {
      if (stored != recomputed) {
        differences.add(new Difference(where, stored.name(), recomputed.name()));
      }
    }

    /** What is held against each other by name above. */
    private static boolean decided(String path) {
      return path.equals("judgment.verdict")
          || path.equals("judgment.confidence.level")
          || path.endsWith("].answer")
          || path.endsWith("].use");
    }
  }
}
