package dev.stageproof.gate;

import dev.stageproof.engine.Preview.PlannedLook;
import dev.stageproof.engine.Redactor;
import dev.stageproof.engine.Session;
import dev.stageproof.gate.Doctor.Examined;
import dev.stageproof.model.Gap;
import dev.stageproof.spi.Diagnosis;
import dev.stageproof.spi.Diagnosis.Level;
import dev.stageproof.spi.NamesAccount;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Makes trials, each different one once, and puts into words what they show. */
final class Trials {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Redactor redactor;
  private final Grants grants;
  private final Consumer<Examined> listener;
  private final Set<Request<?>> made = new HashSet<>();
  private Level worst = Level.OK;

  Trials(Redactor redactor, Grants grants, Consumer<Examined> listener) {
    this.redactor = redactor;
    this.grants = grants;
    this.listener = listener;
  }

  /** The worst level that was met so far. */
  Level worst() {
    return worst;
  }

  /** What the request would show is known already. */
  void knows(Request<?> request) {
    made.add(request);
  }

  void tell(Examined examined) {
    worst = examined.level().compareTo(worst) > 0 ? examined.level() : worst;
    listener.accept(redactor.record(examined));
  }

  void unplanned(String check, Gap gap) {
    tell(
        new Examined(
            Level.PROBLEM,
            "check " + check,
            "it can't be tried: " + gap.message(),
            Optional.empty(),
            List.of(gap.settle()),
            List.of()));
  }

  /** A program is never run here; whether a run may do so is up to its command line. */
  void program(PlannedLook look, boolean allowed) {
    if (!allowed) {
      tell(
          new Examined(
              Level.WARNING,
              "--allow-exec",
              "not given, so that checks which run programs are skipped",
              Optional.empty(),
              List.of("give it to `validate` if you trust the configuration"),
              look.checks()));
    }
  }

  <O extends Observation> void make(Request<O> trial, List<String> checks, Session session) {
    if (!made.add(trial)) {
      return;
    }
    long began = System.nanoTime();
    Sight<O> sight = session.look(trial, 1, LIMIT);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    sight.gap().ifPresent(gap -> unseen(trial, gap, checks));
    sight.seen().ifPresent(seen -> seen(trial, seen, millis, checks));
  }

  private void unseen(Request<?> trial, Gap gap, List<String> checks) {
    Optional<Permission> missing =
        gap.permission()
            .flatMap(
                name ->
                    trial.permissions().stream()
                        .filter(need -> need.name().equals(name))
                        .findFirst());
    Diagnosis diagnosis =
        new Diagnosis(Level.PROBLEM, gap.message(), Optional.of(gap.settle()), missing);
    tell(examined(trial, diagnosis, gap.message(), checks));
  }

  private <O extends Observation> void seen(
      Request<O> trial, O seen, long millis, List<String> checks) {
    if (seen instanceof NamesAccount names) {
      grants.to(names.member());
    }
    List<Diagnosis> told = trial.diagnose(seen);
    List<Diagnosis> all = told.isEmpty() ? List.of(Diagnosis.ok("seen")) : told;
    String took =
        trial.cost().isPresent() || trial.usage().isPresent() ? ", " + millis + " ms" : "";
    for (int i = 0; i < all.size(); i++) {
      tell(examined(trial, all.get(i), all.get(i).text() + (i == 0 ? took : ""), checks));
    }
  }

  private Examined examined(
      Request<?> trial, Diagnosis diagnosis, String text, List<String> checks) {
    List<String> commands = diagnosis.missing().map(grants::of).orElse(List.of());
    return new Examined(
        diagnosis.level(),
        trial.subject(),
        text,
        diagnosis.missing().map(need -> need.name() + ", granted by " + need.role()),
        commands.isEmpty() ? diagnosis.next().stream().toList() : commands,
        checks);
  }
}
