package dev.stageproof.engine;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Gap;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.shape.Digests;
import dev.stageproof.shape.Trees;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckSettings;
import dev.stageproof.spi.Request;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the run's results in their final form: evidence numbered, everything redacted. */
final class Assembly {
  private final Redactor redactor;
  private final List<Evidence> evidence = new ArrayList<>();
  private final IdentityHashMap<Look, String> ids = new IdentityHashMap<>();

  private final String prefix;

  /**
   * @param prefix what ids of evidence begin with; a number follows
   */
  Assembly(Redactor redactor, String prefix) {
    this.redactor = redactor;
    this.prefix = prefix;
  }

  /** Keeps a look that no check asked for. */
  void keep(Look look) {
    number(look);
  }

  /** Everything kept so far. */
  List<Evidence> evidence() {
    return List.copyOf(evidence);
  }

  CheckResult result(Finished end) {
    Check<?> check = end.check();
    CheckSettings common = check.common();
    boolean grouped = common.group().isPresent();
    return redactor.record(
        new CheckResult(
            common.id(),
            check.type().name(),
            common.title().orElse(common.id()),
            grouped ? Section.GROUPS : check.type().section(),
            common.group().orElse(check.type().title()),
            common.severity(),
            common.tags(),
            Trees.of(check.settings()),
            common.onNoData().orElse(OnNoData.strict()),
            end.outcome(),
            end.took(),
            end.rounds().stream().map(this::attempt).toList(),
            end.gap(),
            end.reproduce()));
  }

  private Attempt attempt(Round round) {
    List<String> seen = round.looks().stream().map(this::number).toList();
    return new Attempt(round.number(), round.startedAt(), round.took(), round.evaluation(), seen);
  }

  private String number(Look look) {
    return ids.computeIfAbsent(look, this::added);
  }

  private String added(Look look) {
    String id = prefix + (evidence.size() + 1);
    evidence.add(evidence(id, look));
    return id;
  }

  private Evidence evidence(String id, Look look) {
    Request<?> request = look.request();
    Optional<Gap> gap =
        look.answer() instanceof Look.Unseen unseen ? Optional.of(unseen.gap()) : Optional.empty();
    Map<String, Object> data =
        look.answer() instanceof Look.Seen seen && seen.observation() instanceof Record record
            ? Trees.of(record)
            : Map.of();
    Evidence kept =
        redactor.record(
            new Evidence(
                id,
                request.kind(),
                request.subject(),
                request instanceof Record asked ? Trees.of(asked) : Map.of(),
                look.attempt(),
                look.at(),
                look.took(),
                gap,
                data,
                "",
                look.reproduce(request)));
    return kept.withSha256(Digests.of(kept));
  }
}
