package dev.stageproof.report;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a check's result the way a run would leave it. */
public final class SampleCheck {
  private static final Instant FIRST_ATTEMPT = Instant.parse("2025-09-15T12:25:49.120Z");

  private final String id;
  private final String type;
  private final String title;
  private Section section = Section.GROUPS;
  private String group = "Checks";
  private Severity severity = Severity.BLOCKING;
  private OnNoData onNoData = OnNoData.strict();
  private final List<Attempt> attempts = new ArrayList<>();
  private Optional<Gap> gap = Optional.empty();
  private List<String> reproduce = List.of();

  private SampleCheck(String id, String type, String title) {
    this.id = id;
    this.type = type;
    this.title = title;
  }

  public static SampleCheck check(String id, String type, String title) {
    return new SampleCheck(id, type, title);
  }

  public SampleCheck in(Section place) {
    section = place;
    group = title;
    return this;
  }

  public SampleCheck group(String heading) {
    section = Section.GROUPS;
    group = heading;
    return this;
  }

  public SampleCheck advisory() {
    severity = Severity.ADVISORY;
    return this;
  }

  public SampleCheck onNoData(OnNoData then) {
    onNoData = then;
    return this;
  }

  public SampleCheck attempt(Duration took, Evaluation evaluation, String... evidence) {
    int number = attempts.size() + 1;
    Instant start = FIRST_ATTEMPT.plusSeconds(8L * attempts.size());
    attempts.add(new Attempt(number, start, took, evaluation, List.of(evidence)));
    return this;
  }

  public SampleCheck gap(Gap why) {
    gap = Optional.of(why);
    return this;
  }

  public SampleCheck repeat(String... commands) {
    reproduce = List.of(commands);
    return this;
  }

  public CheckResult build() {
    Outcome outcome =
        attempts.isEmpty()
            ? Outcome.SKIPPED
            : attempts.get(attempts.size() - 1).evaluation().outcome();
    Duration took = attempts.stream().map(Attempt::took).reduce(Duration.ZERO, Duration::plus);
    return new CheckResult(
        id,
        type,
        title,
        section,
        group,
        severity,
        List.of(),
        Map.of(),
        onNoData,
        outcome,
        took,
        List.copyOf(attempts),
        gap,
        reproduce);
  }
}
