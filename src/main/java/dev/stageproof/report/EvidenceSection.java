package dev.stageproof.report;

import dev.stageproof.model.Evidence;
import dev.stageproof.model.RunRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every observation, with its digest, and the commands that look again.
 *
 * @param count "14 items"
 * @param rows what the run saw, then what its baseline rests on
 * @param elsewhere whether commands stand at the checks that they belong to, and not here
 * @param script each other command once, below a comment that names the evidence it repeats; may be
 *     empty
 */
public record EvidenceSection(
    String heading, String count, List<Row> rows, boolean elsewhere, String script)
    implements SectionView {

  private static final int SHORT_DIGEST = 12;
  private static final int SUBJECT_LIMIT = 100;
  private static final int CHECKS_SHOWN = 2;

  /**
   * One observation.
   *
   * @param id "e12"
   * @param digest the first characters of its SHA-256; the whole one is in the record
   * @param checks the checks that used it
   * @param kind "http", "log-read"
   * @param source what was looked at
   * @param note which attempt it was, and why nothing was seen; may be empty
   * @param seen when, and how long the look took
   */
  public record Row(
      String id,
      String digest,
      Links checks,
      String kind,
      String source,
      String note,
      String seen) {}

  @Override
  public String template() {
    return "evidence";
  }

  static EvidenceSection of(String heading, Draft draft) {
    List<Evidence> evidence = all(draft.run());
    Set<String> shown = draft.commandsShown();
    return new EvidenceSection(
        heading,
        Figures.count(evidence.size(), "item", "items"),
        evidence.stream().map(item -> row(item, draft)).toList(),
        !shown.isEmpty(),
        script(evidence, shown));
  }

  /** What the run saw, then what its baseline rests on. */
  static List<Evidence> all(RunRecord run) {
    return Stream.concat(
            run.evidence().stream(), run.baseline().stream().flatMap(it -> it.evidence().stream()))
        .toList();
  }

  private static Row row(Evidence item, Draft draft) {
    String sha256 = ForeignText.line(item.sha256());
    return new Row(
        ForeignText.line(item.id()),
        sha256.substring(0, Math.min(SHORT_DIGEST, sha256.length())),
        users(item.id(), draft),
        ForeignText.line(item.kind()),
        ForeignText.brief(item.subject(), SUBJECT_LIMIT),
        note(item),
        seen(item, draft.run()));
  }

  /** The baseline may be a run of another day. */
  private static String seen(Evidence item, RunRecord run) {
    LocalDate day = day(item.seenAt());
    String date = day.equals(day(run.startedAt())) ? "" : day + " ";
    return date + Figures.moment(item.seenAt()) + ", " + Figures.duration(item.took());
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static String note(Evidence item) {
    List<String> notes = new ArrayList<>();
    if (item.attempt() > 1) {
      notes.add("attempt " + Figures.count(item.attempt()));
    }
    item.gap().ifPresent(gap -> notes.add("not seen: " + gap.message()));
    return ForeignText.line(String.join(", ", notes));
  }

  private static Links users(String evidence, Draft draft) {
    return Links.of(draft.index().users(evidence).stream().map(draft::link).toList(), CHECKS_SHOWN);
  }

  private static String script(List<Evidence> evidence, Set<String> shown) {
    Map<String, List<String>> commands = new LinkedHashMap<>();
    for (Evidence item : evidence) {
      for (String command : item.reproduce()) {
        commands
            .computeIfAbsent(ForeignText.clean(command), c -> new ArrayList<>())
            .add(ForeignText.line(item.id()));
      }
    }
    return commands.entrySet().stream()
        .filter(entry -> !shown.contains(entry.getKey()))
        .map(entry -> "# " + String.join(", ", entry.getValue()) + "\n" + entry.getKey())
        .collect(Collectors.joining("\n"));
  }
}
