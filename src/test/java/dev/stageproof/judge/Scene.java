package dev.stageproof.judge;

import dev.stageproof.model.Change;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Claim;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Gap;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Remark;
import dev.stageproof.model.TargetMovement;
import dev.stageproof.model.Waiver;
import dev.stageproof.model.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case to be judged, made from one in which all is well. */
record Scene(Case run) {
  static final LocalDate TODAY = LocalDate.of(2025, 9, 15);

  /** A ready revision that gets all requests, known by its digest, whose target held still. */
  static Scene of(CheckResult... checks) {
    return of(List.of(checks));
  }

  static Scene of(List<CheckResult> checks) {
    return new Scene(
        new Case(
            checks,
            List.of(),
            List.of(),
            Optional.of(Identities.byDigest()),
            Optional.empty(),
            Optional.of(configuration(true)),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            TODAY));
  }

  static Configuration configuration(boolean ready, String... environment) {
    return new Configuration(ready, List.of(environment), Map.of());
  }

  static Change traffic(String revision, int before, int after) {
    String what = TargetMovement.trafficTo(revision);
    return new Change(what, Optional.of(before + " %"), Optional.of(after + " %"));
  }

  static Change notReady(String revision) {
    String what = TargetMovement.stateOf(revision);
    return new Change(what, Optional.of("Ready SUCCEEDED"), Optional.of("Ready FAILED"));
  }

  Scene with(Identity identity) {
    return with(Optional.of(identity), Optional.empty(), run.configuration());
  }

  Scene with(Configuration configuration) {
    return with(run.identity(), run.identityGap(), Optional.of(configuration));
  }

  /** A target that was not seen. */
  Scene without(Gap gap) {
    return with(Optional.empty(), Optional.of(gap), Optional.empty());
  }

  Scene moved(Change... movement) {
    return with(run.claims(), run.waivers(), List.of(movement), run.window());
  }

  Scene claiming(String text, String... checks) {
    List<Claim> claims = List.of(new Claim(text, List.of(checks)));
    return with(claims, run.waivers(), run.movement(), run.window());
  }

  Scene with(List<Claim> claims, List<Waiver> waivers) {
    return with(claims, waivers, run.movement(), run.window());
  }

  Scene searching(String from, String to) {
    Window window = new Window(Instant.parse(from), Instant.parse(to));
    return with(run.claims(), run.waivers(), run.movement(), Optional.of(window));
  }

  Judgment judged() {
    return Judge.judge(run);
  }

  List<Remark> contradictions() {
    return judged().remarks().stream()
        .filter(remark -> remark.kind() == Remark.Kind.CONTRADICTION)
        .toList();
  }

  private Scene with(
      Optional<Identity> identity, Optional<Gap> gap, Optional<Configuration> configuration) {
    return new Scene(
        new Case(
            run.checks(),
            run.claims(),
            run.waivers(),
            identity,
            gap,
            configuration,
            run.movement(),
            run.window(),
            run.baseline(),
            run.today()));
  }

  private Scene with(
      List<Claim> claims, List<Waiver> waivers, List<Change> movement, Optional<Window> window) {
    return new Scene(
        new Case(
            run.checks(),
            claims,
            waivers,
            run.identity(),
            run.identityGap(),
            run.configuration(),
            movement,
            window,
            run.baseline(),
            run.today()));
  }
}
