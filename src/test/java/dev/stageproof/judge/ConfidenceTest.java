package dev.stageproof.judge;

import static dev.stageproof.judge.Checks.advisory;
import static dev.stageproof.judge.Checks.blocking;
import static dev.stageproof.judge.Checks.exposed;
import static dev.stageproof.judge.Identities.REVISION;
import static dev.stageproof.judge.Scene.notReady;
import static dev.stageproof.judge.Scene.traffic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Change;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Claim;
import dev.stageproof.model.Confidence;
import dev.stageproof.model.Confidence.Level;
import dev.stageproof.model.Confidence.Term;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Severity;
import dev.stageproof.model.TargetMovement;
import dev.stageproof.model.Waiver;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 15);
  private static final CheckResult HEALTH = blocking("health", Outcome.PASS);

  @Test
  void highWhenEveryTermAllowsIt() {
    Confidence confidence = confidence(List.of(HEALTH), List.of(), Identities.byDigest());

    assertThat(confidence.level()).isEqualTo(Level.HIGH);
    assertThat(confidence.terms())
        .containsExactly(
            new Term("blocking checks settled", "1 of 1", Level.HIGH),
            new Term("claims settled", "no claims made", Level.HIGH),
            new Term("exposure", "no check rests on it", Level.HIGH),
            new Term("flaky passes", "none", Level.HIGH),
            new Term("freshness", "seen in this run", Level.HIGH),
            new Term("identity", "image digest", Level.HIGH),
            new Term("waived or let through", "none", Level.HIGH),
            new Term("contradictions", "none", Level.HIGH),
            new Term("target held still", "yes", Level.HIGH));
  }

  @Test
  void blockingChecksSettled() {
    CheckResult failed = blocking("b", Outcome.FAIL);
    CheckResult open = blocking("c", Outcome.INCONCLUSIVE);
    CheckResult skipped = blocking("d", Outcome.SKIPPED);

    assertThat(terms(HEALTH, failed)).contains(settled("2 of 2", Level.HIGH));
    assertThat(terms(HEALTH, open)).contains(settled("1 of 2", Level.MEDIUM));
    assertThat(terms(HEALTH, open, skipped)).contains(settled("1 of 3", Level.LOW));
    assertThat(terms(advisory("x", Outcome.PASS))).contains(settled("there is none", Level.LOW));
    assertThat(terms(HEALTH, advisory("x", Outcome.INCONCLUSIVE)))
        .contains(settled("1 of 1", Level.HIGH));
  }

  @Test
  void noDataThatIsLetThroughOrFailsIsStillUnsettled() {
    CheckResult let = blocking("b", Outcome.INCONCLUSIVE, Checks.letThrough("quiet at night"));
    CheckResult failing = blocking("c", Outcome.INCONCLUSIVE, Checks.failing());

    assertThat(terms(HEALTH, let)).contains(settled("1 of 2", Level.MEDIUM));
    assertThat(terms(HEALTH, failing)).contains(settled("1 of 2", Level.MEDIUM));
  }

  @Test
  void claimsSettled() {
    CheckResult failed = blocking("b", Outcome.FAIL);
    List<CheckResult> checks = List.of(HEALTH, failed);

    assertThat(claims(checks, "health", "b")).isEqualTo(claimTerm("2 of 2", Level.HIGH));
    assertThat(claims(checks, "health", "x")).isEqualTo(claimTerm("1 of 2", Level.MEDIUM));
    assertThat(claims(checks, "health", "x", "y")).isEqualTo(claimTerm("1 of 3", Level.LOW));
  }

  @Test
  void exposureNamesTheSmallestCounts() {
    CheckResult many = exposed("a", Severity.BLOCKING, Outcome.PASS, 4312, 40);
    CheckResult few = exposed("b", Severity.BLOCKING, Outcome.FAIL, 5000, 1);

    assertThat(terms(many, few)).contains(exposureTerm("1 request, 4,312 entries", Level.HIGH));
  }

  @Test
  void exposureIsThinWhenALogCheckIsUnsettledOrNobodyCame() {
    CheckResult nobody = exposed("a", Severity.BLOCKING, Outcome.PASS, 212, 0);
    CheckResult aside = exposed("b", Severity.ADVISORY, Outcome.INCONCLUSIVE, 1, 40);
    CheckResult open = exposed("c", Severity.BLOCKING, Outcome.INCONCLUSIVE, 0, 0);

    assertThat(terms(nobody)).contains(exposureTerm("0 requests, 212 entries", Level.MEDIUM));
    assertThat(terms(HEALTH, aside)).contains(exposureTerm("40 requests, 1 entry", Level.MEDIUM));
    assertThat(terms(HEALTH, open)).contains(exposureTerm("0 requests, 0 entries", Level.LOW));
  }

  @Test
  void flakyPasses() {
    CheckResult flaky =
        Checks.check("ws", Severity.ADVISORY, Outcome.PASS, OnNoData.strict(), 2, Optional.empty());

    assertThat(terms(HEALTH, flaky)).contains(new Term("flaky passes", "1 (ws)", Level.MEDIUM));
  }

  @Test
  void freshnessOfWhatWasReadInLogs() {
    assertThat(freshness(Duration.ofMinutes(59)))
        .isEqualTo(new Term("freshness", "seen in this run", Level.HIGH));
    assertThat(freshness(Duration.ofMinutes(185)))
        .isEqualTo(
            new Term("freshness", "a log was read that ends 3 h before the run", Level.MEDIUM));
    assertThat(freshness(Duration.ofHours(50)))
        .isEqualTo(new Term("freshness", "a log was read that ends 2 d before the run", Level.LOW));
  }

  private static Term freshness(Duration age) {
    CheckResult old = Checks.showing("old", List.of(), Optional.of(Checks.readUntil(age)));
    return terms(HEALTH, old).stream()
        .filter(term -> term.name().equals("freshness"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void identityByDigestByRevisionOrUnknown() {
    assertThat(confidence(List.of(HEALTH), List.of(), Identities.byTag()).terms())
        .contains(new Term("identity", "revision, without an image digest", Level.MEDIUM));
    assertThat(
            Cases.judge(List.of(HEALTH), List.of(), List.of(), Optional.empty(), TODAY)
                .confidence()
                .terms())
        .contains(new Term("identity", "unknown", Level.LOW));
  }

  @Test
  void waivedAndLetThrough() {
    CheckResult let = blocking("logs", Outcome.INCONCLUSIVE, Checks.letThrough("quiet at night"));
    Waiver waiver = new Waiver("w", "b", "known", "team-platform", TODAY, Optional.empty());
    List<CheckResult> checks = List.of(HEALTH, blocking("b", Outcome.FAIL), let);

    assertThat(
            Cases.judge(
                    checks, List.of(), List.of(waiver), Optional.of(Identities.byDigest()), TODAY)
                .confidence()
                .terms())
        .contains(new Term("waived or let through", "2 (b and logs)", Level.MEDIUM));
  }

  @Test
  void contradictionsCountAndThoseAboutTheSubjectWeighMost() {
    Scene healthy = Scene.of(HEALTH);

    assertThat(term(healthy.with(Identities.byTag()), "contradictions"))
        .isEqualTo(new Term("contradictions", "1", Level.MEDIUM));
    assertThat(
            term(
                Scene.of(HEALTH, advisory("x", Outcome.INCONCLUSIVE))
                    .with(Identities.byTag())
                    .claiming("It works.", "x"),
                "contradictions"))
        .isEqualTo(new Term("contradictions", "2", Level.MEDIUM));
    assertThat(term(healthy.with(Identities.withTraffic(0)), "contradictions"))
        .isEqualTo(new Term("contradictions", "1", Level.LOW));
  }

  @Test
  void aTargetThatMovedLowersIt() {
    Scene healthy = Scene.of(HEALTH);
    Change created = new Change("latest created revision", Optional.of("a"), Optional.of("b"));

    assertThat(held(healthy.moved(created, traffic(REVISION, 100, 50))))
        .isEqualTo(
            heldTerm("no: latest created revision and traffic to " + REVISION, Level.MEDIUM));
    assertThat(held(healthy.moved(traffic(REVISION, 100, 0))))
        .isEqualTo(heldTerm("no: traffic to " + REVISION, Level.LOW));
    assertThat(held(healthy.moved(notReady(REVISION))))
        .isEqualTo(heldTerm("no: revision " + REVISION, Level.LOW));
    assertThat(held(healthy.moved(TargetMovement.unseen("refused"))))
        .isEqualTo(heldTerm("not seen again", Level.MEDIUM));
    assertThat(held(healthy.without(Gap.of(GapReason.UNKNOWN_TARGET, "none", "name one"))))
        .isEqualTo(heldTerm("none was seen", Level.HIGH));
  }

  private static Term held(Scene scene) {
    return term(scene, "target held still");
  }

  private static Term term(Scene scene, String name) {
    return scene.judged().confidence().terms().stream()
        .filter(term -> term.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Term heldTerm(String value, Level level) {
    return new Term("target held still", value, level);
  }

  private static List<Term> terms(CheckResult... checks) {
    return confidence(List.of(checks), List.of(), Identities.byDigest()).terms();
  }

  private static Term claims(List<CheckResult> checks, String... bound) {
    List<Claim> claims =
        List.of(bound).stream().map(id -> new Claim("It works.", List.of(id))).toList();
    return confidence(checks, claims, Identities.byDigest()).terms().get(1);
  }

  private static Confidence confidence(
      List<CheckResult> checks, List<Claim> claims, Identity identity) {
    return Cases.judge(checks, claims, List.of(), Optional.of(identity), TODAY).confidence();
  }

  private static Term settled(String value, Level level) {
    return new Term("blocking checks settled", value, level);
  }

  private static Term claimTerm(String value, Level level) {
    return new Term("claims settled", value, level);
  }

  private static Term exposureTerm(String value, Level level) {
    return new Term("exposure", value, level);
  }
}
