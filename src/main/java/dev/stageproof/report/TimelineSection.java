package dev.stageproof.report;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What happened when: what the run is about in words, and each check as a bar.
 *
 * @param summary "17 checks in 1.46 s, up to 17 at once"
 * @param events what was before the run, and its beginning, in their order
 * @param bars the checks that took longest, in the order in which they began
 * @param more "the 12 quickest checks are left out"; empty when all are there
 * @param chart the bars as a Gantt chart in Mermaid's language; holds no foreign text
 */
public record TimelineSection(
    String heading,
    String summary,
    List<Event> events,
    List<Bar> bars,
    Optional<String> more,
    String chart)
    implements SectionView {

  /**
   * Something at one moment.
   *
   * @param at the moment, in UTC
   * @param what what it was
   */
  public record Event(String at, String what) {}

  /**
   * One check from its first look to its last conclusion.
   *
   * @param check its id, linked to its own part
   * @param began the time of its first look, in UTC
   * @param took how long it went on
   * @param mark the mark of its outcome
   * @param outcome PASS, FAIL, INCONCLUSIVE or SKIPPED
   */
  public record Bar(Link check, String began, String took, String mark, String outcome) {}

  /** More bars are read by nobody, and Mermaid draws no more than a few hundred. */
  private static final int SHOWN = 40;

  /** In a shorter run, several marks of the axis would name the same second. */
  private static final Duration SHORT = Duration.ofSeconds(20);

  private static final DateTimeFormatter MERMAID =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private record Ran(CheckResult check, Instant began, Instant ended) {
    Duration took() {
      return Duration.between(began, ended);
    }
  }

  @Override
  public String template() {
    return "timeline";
  }

  /** True when there is something to draw. */
  static boolean empty(RunRecord run) {
    return run.checks().stream().filter(check -> !check.attempts().isEmpty()).count() < 2;
  }

  static TimelineSection of(String heading, Draft draft) {
    List<Ran> all = ran(draft.run());
    List<Ran> shown =
        all.stream()
            .sorted(Comparator.comparing(Ran::took).reversed())
            .limit(SHOWN)
            .sorted(Comparator.comparing(Ran::began))
            .toList();
    int left = all.size() - shown.size();
    return new TimelineSection(
        heading,
        summary(all, draft.run()),
        events(draft.run()),
        shown.stream().map(it -> bar(it, draft)).toList(),
        left > 0
            ? Optional.of("The quickest " + Figures.count(left, "check is", "are") + " left out.")
            : Optional.empty(),
        chart(shown));
  }

  private static List<Ran> ran(RunRecord run) {
    return run.checks().stream()
        .filter(check -> !check.attempts().isEmpty())
        .map(check -> new Ran(check, check.attempts().get(0).startedAt(), ended(check)))
        .toList();
  }

  private static Instant ended(CheckResult check) {
    Attempt last = check.attempts().get(check.attempts().size() - 1);
    return last.startedAt().plus(last.took());
  }

  private static String summary(List<Ran> all, RunRecord run) {
    return Figures.count(all.size(), "check", "checks")
        + " in "
        + Figures.duration(run.took())
        + ", up to "
        + Figures.count(atOnce(all))
        + " at once";
  }

  private static long atOnce(List<Ran> all) {
    List<Instant> begins = all.stream().map(Ran::began).sorted().toList();
    List<Instant> ends = all.stream().map(Ran::ended).sorted().toList();
    long most = 0;
    int ended = 0;
    for (int begun = 1; begun <= begins.size(); begun++) {
      while (ended < begun && !ends.get(ended).isAfter(begins.get(begun - 1))) {
        ended++;
      }
      most = Math.max(most, begun - ended);
    }
    return most;
  }

  private static List<Event> events(RunRecord run) {
    List<Event> events = new ArrayList<>();
    run.identity()
        .ifPresent(
            it -> {
              it.previous()
                  .ifPresent(
                      before ->
                          events.add(event(before.deployedAt(), before.revision() + " deployed")));
              events.add(event(it.deployedAt(), it.revision() + " deployed"));
            });
    run.window().ifPresent(window -> events.add(event(window.start(), "log window begins")));
    events.add(event(run.startedAt(), "this run begins"));
    return List.copyOf(events);
  }

  private static Event event(Instant at, String what) {
    return new Event(Figures.second(at), ForeignText.line(what));
  }

  private static Bar bar(Ran ran, Draft draft) {
    return new Bar(
        draft.link(ran.check()),
        Figures.moment(ran.began()),
        Figures.duration(ran.took()),
        draft.marks().of(ran.check().outcome()),
        ran.check().outcome().name());
  }

  private static String chart(List<Ran> shown) {
    String axis = span(shown).compareTo(SHORT) < 0 ? "%M:%S.%L" : "%H:%M:%S";
    String head = "gantt\n    dateFormat YYYY-MM-DD HH:mm:ss.SSS\n    axisFormat " + axis + "\n";
    return shown.stream()
        .map(TimelineSection::line)
        .collect(Collectors.joining("\n", head + "    section Checks\n", ""));
  }

  private static Duration span(List<Ran> shown) {
    Instant began = shown.stream().map(Ran::began).min(Comparator.naturalOrder()).orElseThrow();
    Instant ended = shown.stream().map(Ran::ended).max(Comparator.naturalOrder()).orElseThrow();
    return Duration.between(began, ended);
  }

  /** Of an id only what can't end a name in Mermaid's language. */
  private static String line(Ran ran) {
    String name = ran.check().id().replaceAll("[^A-Za-z0-9_.-]", "_");
    String began = MERMAID.format(ran.began());
    return "    "
        + name
        + " :"
        + tag(ran.check().outcome())
        + began
        + ", "
        + millis(ran.took())
        + "ms";
  }

  private static long millis(Duration took) {
    return Math.max(1, took.toMillis());
  }

  private static String tag(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "done, ";
      case FAIL -> "crit, ";
      case INCONCLUSIVE -> "active, ";
      case SKIPPED -> "";
    };
  }
}
