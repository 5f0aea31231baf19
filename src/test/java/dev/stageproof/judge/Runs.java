package dev.stageproof.judge;

import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Claim;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.OnNoData.Then;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Severity;
import dev.stageproof.model.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.quicktheories.core.Gen;

/** Runs and waivers of every shape, for the laws. */
final class Runs {
  static final LocalDate TODAY = LocalDate.of(2025, 9, 15);

  /** The most checks of a run; the one that changes has this number. */
  static final int MOST = 5;

  static final String CHANGING = "x";

  private Runs() {}

  /** A check before it has an id. */
  record Draft(Severity severity, Outcome outcome, Then then, int attempts) {

    CheckResult as(String id) {
      OnNoData onNoData = new OnNoData(then, Optional.of("agreed"));
      return Checks.check(id, severity, outcome, onNoData, attempts, Optional.empty());
    }

    Draft with(Outcome other) {
      return new Draft(severity, other, then, attempts);
    }

    Draft with(Then other) {
      return new Draft(severity, outcome, other, attempts);
    }

    Draft with(Severity other) {
      return new Draft(other, outcome, then, attempts);
    }
  }

  static List<CheckResult> results(List<Draft> run) {
    return IntStream.range(0, run.size()).mapToObj(at -> run.get(at).as(id(at))).toList();
  }

  /** One claim about each pair of neighbours, and one about a check that is not there. */
  static List<Claim> claims(List<Draft> run) {
    return IntStream.range(0, run.size())
        .mapToObj(at -> new Claim("claim " + at, List.of(id(at), id(at + 1))))
        .toList();
  }

  static <T> List<T> shuffled(List<T> list, int seed) {
    List<T> other = new ArrayList<>(list);
    Collections.shuffle(other, new Random(seed));
    return other;
  }

  /** The check with number {@link #MOST} is the one that changes. */
  static String id(int number) {
    return number == MOST ? CHANGING : "c" + number;
  }

  static Gen<List<Draft>> runs() {
    return lists().of(drafts()).ofSizeBetween(0, MOST);
  }

  static Gen<Draft> drafts() {
    return drafts(Then.INCONCLUSIVE, Then.FAIL, Then.PASS);
  }

  static Gen<Draft> strictDrafts() {
    return drafts(Then.INCONCLUSIVE, Then.FAIL);
  }

  /** Mostly passing, or hardly any run would pass. */
  static Gen<Draft> drafts(Then... then) {
    return arbitrary()
        .enumValues(Severity.class)
        .zip(
            arbitrary()
                .pick(
                    Outcome.PASS,
                    Outcome.PASS,
                    Outcome.PASS,
                    Outcome.FAIL,
                    Outcome.INCONCLUSIVE,
                    Outcome.SKIPPED),
            arbitrary().pick(then),
            integers().between(1, 2),
            Draft::new);
  }

  static Gen<Outcome> lost() {
    return arbitrary().pick(Outcome.INCONCLUSIVE, Outcome.SKIPPED);
  }

  static Gen<List<Waiver>> waivers() {
    return lists().of(waivers(-2, 2)).ofSizeBetween(0, 3);
  }

  static Gen<List<Waiver>> waiversOfOthers() {
    return waivers()
        .map(all -> all.stream().filter(waiver -> !waiver.check().equals(CHANGING)).toList());
  }

  static Gen<Waiver> waivers(int firstDay, int lastDay) {
    return integers().between(0, MOST).zip(integers().between(firstDay, lastDay), Runs::waiver);
  }

  static Waiver waiver(int number, int days) {
    String id = "w" + number + "/" + days;
    LocalDate expires = TODAY.plusDays(days);
    return new Waiver(id, id(number), "known", "team-platform", expires, Optional.empty());
  }
}
