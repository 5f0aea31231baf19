package dev.stageproof.judge;

import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.ClaimResult.Answer;
import dev.stageproof.model.Confidence;
import dev.stageproof.model.Confidence.Level;
import dev.stageproof.model.Confidence.Term;
import dev.stageproof.model.Identity;
import java.util.List;
import java.util.Optional;

/**
 * The published formula: the lowest of these terms.
 *
 * <table>
 *   <caption>What each term allows</caption>
 *   <tr><th>term</th><th>HIGH</th><th>MEDIUM</th><th>LOW</th></tr>
 *   <tr><td>blocking checks settled</td><td>all</td><td>at least half</td><td>fewer, or there are
 *       none</td></tr>
 *   <tr><td>claims settled</td><td>all, or none was made</td><td>at least half</td><td>fewer</td>
 *       </tr>
 *   <tr><td>exposure</td><td>every log check settled and others' requests served, or there is no
 *       log check</td><td>nobody else's requests served, or an advisory log check unsettled</td>
 *       <td>a blocking log check unsettled</td></tr>
 *   <tr><td>flaky passes</td><td>none</td><td>any</td><td></td></tr>
 *   <tr><td>freshness</td><td>what was read in logs reaches to within an hour of the run</td><td>
 *       to within a day</td><td>it is older</td></tr>
 *   <tr><td>identity</td><td>image digest known</td><td>revision known</td><td>unknown</td></tr>
 *   <tr><td>waived or let through</td><td>none</td><td>any</td><td></td></tr>
 *   <tr><td>contradictions</td><td>none</td><td>any</td><td>one that makes it doubtful whether what
 *       was seen is about the revision under test: no traffic to it though it is meant to serve,
 *       health from a revision that is not ready, a log window that ends before it existed</td></tr>
 *   <tr><td>target held still</td><td>seen again at the end, unchanged</td><td>changed during the
 *       run, or not seen again</td><td>lost its traffic or its readiness during the run</td></tr>
 * </table>
 *
 * <p>A term that does not apply, such as the exposure of a run without a log check, allows HIGH: it
 * has nothing to say against the verdict. PASS and FAIL settle a check, whatever the verdict makes
 * of it, so a blocking INCONCLUSIVE check always forbids HIGH.
 */
final class Confidences {
  private Confidences() {}

  static Confidence of(
      Case run,
      List<Counted> checks,
      List<ClaimResult> claims,
      List<Contradiction> contradictions) {
    return Confidence.lowestOf(
        List.of(
            blockingSettled(checks),
            claimsSettled(claims),
            ExposureTerm.of(checks),
            flakyPasses(checks),
            FreshnessTerm.of(checks),
            identity(run.identity()),
            passedOver(checks),
            contradictions(contradictions),
            HeldStillTerm.of(run)));
  }

  private static Term blockingSettled(List<Counted> checks) {
    List<Counted> blocking = checks.stream().filter(counted -> counted.check().blocking()).toList();
    long settled = blocking.stream().filter(counted -> counted.check().outcome().settled()).count();
    return blocking.isEmpty()
        ? new Term("blocking checks settled", "there is none", Level.LOW)
        : share("blocking checks settled", settled, blocking.size());
  }

  private static Term claimsSettled(List<ClaimResult> claims) {
    long settled = claims.stream().filter(claim -> claim.answer() != Answer.NOT_VERIFIED).count();
    return claims.isEmpty()
        ? new Term("claims settled", "no claims made", Level.HIGH)
        : share("claims settled", settled, claims.size());
  }

  private static Term share(String name, long settled, long all) {
    Level level = settled == all ? Level.HIGH : settled * 2 >= all ? Level.MEDIUM : Level.LOW;
    return new Term(name, settled + " of " + all, level);
  }

  private static Term flakyPasses(List<Counted> checks) {
    List<String> flaky =
        checks.stream().filter(counted -> counted.check().flaky()).map(Counted::id).toList();
    return noneOrMedium("flaky passes", flaky);
  }

  private static Term identity(Optional<Identity> identity) {
    if (identity.isEmpty()) {
      return new Term("identity", "unknown", Level.LOW);
    }
    return identity.get().digest().isPresent()
        ? new Term("identity", "image digest", Level.HIGH)
        : new Term("identity", "revision, without an image digest", Level.MEDIUM);
  }

  private static Term passedOver(List<Counted> checks) {
    List<String> over =
        checks.stream()
            .filter(
                counted ->
                    counted.standing() == Standing.WAIVED
                        || counted.standing() == Standing.LET_THROUGH)
            .map(Counted::id)
            .toList();
    return noneOrMedium("waived or let through", over);
  }

  private static Term contradictions(List<Contradiction> found) {
    boolean grave = found.stream().anyMatch(it -> it.doubt() == Contradiction.Doubt.SUBJECT);
    return found.isEmpty()
        ? new Term("contradictions", "none", Level.HIGH)
        : new Term(
            "contradictions", String.valueOf(found.size()), grave ? Level.LOW : Level.MEDIUM);
  }

  private static Term noneOrMedium(String name, List<String> ids) {
    return ids.isEmpty()
        ? new Term(name, "none", Level.HIGH)
        : new Term(name, ids.size() + " (" + Words.list(ids) + ")", Level.MEDIUM);
  }
}
