package dev.stageproof.engine;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Evidence;
import dev.stageproof.shape.MisfitException;
import dev.stageproof.shape.TreeReader;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckSettings;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Concludes again what the checks of a stored run concluded, from the evidence alone. A check plans
 * as it did in the run; the evidence of an attempt stands in the order of what was planned. Nothing
 * is looked at.
 */
public final class Replay {
  private final Map<String, CheckType<?>> types;
  private final CheckContext context;
  private final Map<String, Evidence> evidence;

  /**
   * A replay of one run.
   *
   * @param types those at hand, by whatever name
   * @param context what the checks knew of the run
   * @param evidence all that the checks' attempts refer to
   */
  public Replay(
      Collection<CheckType<?>> types, CheckContext context, Collection<Evidence> evidence) {
    this.types = types.stream().collect(Collectors.toMap(CheckType::name, Function.identity()));
    this.context = context;
    this.evidence = evidence.stream().collect(Collectors.toMap(Evidence::id, Function.identity()));
  }

  /**
   * What the last attempt of a check comes to; empty when it was never attempted.
   *
   * @throws ReplayException when the record does not hold what that takes
   */
  public Optional<Evaluation> conclusion(CheckResult stored) throws ReplayException {
    if (stored.attempts().isEmpty()) {
      return Optional.empty();
    }
    CheckType<?> type = types.get(stored.type());
    if (type == null) {
      throw new ReplayException(
          "there is no check type `" + stored.type() + "`; put its plug-in on the plug-in path");
    }
    Attempt last = stored.attempts().get(stored.attempts().size() - 1);
    return Optional.of(conclusion(check(type, stored), last));
  }

  private static <C extends Record> Check<C> check(CheckType<C> type, CheckResult stored)
      throws ReplayException {
    CheckSettings common =
        new CheckSettings(
            stored.id(),
            Optional.of(stored.title()),
            Optional.of(stored.group()),
            stored.severity(),
            stored.tags(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(stored.onNoData()));
    try {
      C settings = TreeReader.read(type.settingsType(), stored.settings());
      return new Check<>(common, type, settings);
    } catch (MisfitException e) {
      throw new ReplayException("settings." + e.getMessage(), e);
    }
  }

  private Evaluation conclusion(Check<?> check, Attempt attempt) throws ReplayException {
    Step step = Steps.planned(check, context);
    if (step instanceof Step.Unplanned unplanned) {
      return Evaluation.unseen(check.type().name(), unplanned.gap());
    }
    CheckPlan.Ask plan = ((Step.Run) step).plan();
    List<Look> looks = looks(plan.all(), attempt);
    return Look.missing(plan, looks)
        .map(Look::nothing)
        .orElseGet(() -> evaluation(check, new SeenObservations(plan.all(), looks)));
  }

  /** A check that failed in the run fails again. */
  private Evaluation evaluation(Check<?> check, SeenObservations seen) {
    try {
      return check.evaluate(context, seen);
    } catch (RuntimeException | Error e) {
      return Evaluation.unseen(
          check.type().name(), Failures.gap("evaluating `" + check.id() + "`", e));
    }
  }

  private List<Look> looks(List<Request<?>> requests, Attempt attempt) throws ReplayException {
    if (requests.size() != attempt.evidence().size()) {
      throw new ReplayException(
          "it asks for "
              + requests.size()
              + " looks, and the record holds "
              + attempt.evidence().size()
              + "; judge it with the version of stageproof that wrote it");
    }
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      looks.add(look(requests.get(i), attempt.evidence().get(i)));
    }
    return looks;
  }

  private Look look(Request<?> request, String id) throws ReplayException {
    Evidence kept = evidence.get(id);
    if (kept == null || !kept.kind().equals(request.kind())) {
      throw new ReplayException("evidence " + id + " is no look of kind `" + request.kind() + "`");
    }
    Look.Answer answer =
        kept.gap().isPresent()
            ? new Look.Unseen(kept.gap().get())
            : new Look.Seen(observed(request.observationType(), kept));
    return new Look(request, kept.attempt(), kept.seenAt(), kept.took(), answer);
  }

  /**
   * What a look saw, as the record keeps it.
   *
   * @param kept evidence without a gap
   * @throws ReplayException when it is no observation of this class
   */
  public static <O extends Observation> O observed(Class<O> type, Evidence kept)
      throws ReplayException {
    if (!type.isRecord()) {
      throw new ReplayException("what was seen is not kept in records of " + type.getName());
    }
    try {
      return type.cast(TreeReader.read(type.asSubclass(Record.class), kept.data()));
    } catch (MisfitException e) {
      throw new ReplayException("evidence " + kept.id() + ": " + e.getMessage(), e);
    }
  }
}
