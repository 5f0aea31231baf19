package dev.stageproof.observe;

import dev.stageproof.model.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What narrows a read to the entries that can be about some questions. The server hands out all of
 * those, whichever way Google reads escapes and case, and some more: the match on our side decides.
 *
 * @param questions what the entries can be about
 * @param part stands in the text of each of the entries, see {@link PlainPart}; empty when only the
 *     severity narrows
 * @param atLeast the entries' lowest severity
 */
public record LogNarrowing(LogQuestions questions, Optional<String> part, LogSeverity atLeast) {

  private static final LogSeverity ANY = LogSeverity.DEFAULT;

  /** Such a word may be part of a status, which is a number to the server and holds no text. */
  private static final String DIGITS = "[0-9-]*";

  /**
   * Narrows to the hits of a matcher.
   *
   * @param required a text that stands in each of them
   * @return empty when nothing narrows it
   */
  public static Optional<LogNarrowing> of(LogMatcher matcher, Optional<String> required) {
    return of(LogQuestions.matching(matcher), required, matcher.atLeast());
  }

  /**
   * Narrows to the entries that name a number.
   *
   * @param required a text that stands in each of them
   * @return empty when nothing narrows it
   */
  public static Optional<LogNarrowing> of(LogNumber number, Optional<String> required) {
    return of(LogQuestions.measuring(number), required, number.atLeast());
  }

  private static Optional<LogNarrowing> of(
      LogQuestions questions, Optional<String> required, Optional<LogSeverity> atLeast) {
    Optional<String> part = required.flatMap(PlainPart::of);
    LogSeverity least = atLeast.orElse(ANY);
    return part.isEmpty() && least == ANY
        ? Optional.empty()
        : Optional.of(new LogNarrowing(questions, part, least));
  }

  /**
   * A filter that the server takes.
   *
   * @param questions what its entries can be about
   */
  public record Filter(LogQuestions questions, String text) {}

  /**
   * The filters of as few reads as the API's limit allows. Each answers its own questions, and no
   * two the same, so that nothing is counted twice.
   *
   * @param all one or more
   */
  public static List<Filter> filters(LogSource source, Window window, List<LogNarrowing> all) {
    return Packing.packed(all, group -> text(source, window, group)).stream()
        .map(group -> new Filter(questions(group), text(source, window, group)))
        .toList();
  }

  private static LogQuestions questions(List<LogNarrowing> group) {
    return group.stream()
        .map(LogNarrowing::questions)
        .reduce(LogQuestions.nothingMore(), LogQuestions::with);
  }

  private static String text(LogSource source, Window window, List<LogNarrowing> group) {
    Optional<LogSeverity> lowest =
        group.stream()
            .filter(narrowing -> narrowing.part().isPresent())
            .map(LogNarrowing::atLeast)
            .min(LogSeverity::compareTo);
    return Stream.concat(
            lowest.map(least -> from(least, withoutFieldOfText())).stream(),
            group.stream().map(LogNarrowing::clause))
        .distinct()
        .collect(Collectors.joining(" OR ", LogFilter.of(source, window) + " AND (", ")"));
  }

  private String clause() {
    return part.map(text -> from(atLeast, textHas(text))).orElseGet(() -> severity(atLeast));
  }

  private static String from(LogSeverity least, String clause) {
    return least == ANY ? clause : "(" + severity(least) + " AND " + clause + ")";
  }

  private static String severity(LogSeverity least) {
    return "severity>=" + least.name();
  }

  private static String textHas(String part) {
    String has = ":" + LogFilter.quoted(part);
    return "(textPayload" + has + " OR jsonPayload.message" + has + " OR " + requestHas(part) + ")";
  }

  /**
   * The text of a request is its method, its URL and its status with spaces between, so a word of
   * the part lies within one of them.
   */
  private static String requestHas(String part) {
    return Stream.of(part.split(" "))
        .filter(word -> !word.matches(DIGITS))
        .max((one, other) -> Integer.compare(one.length(), other.length()))
        .map(LogFilter::quoted)
        .map(
            word ->
                "(%s AND (httpRequest.requestMethod:%s OR httpRequest.requestUrl:%s))"
                    .formatted(LogFilter.requestLog(), word, word))
        .orElse(LogFilter.requestLog());
  }

  /**
   * The entries whose text stands in no field of its own: it is the whole payload in JSON, whose
   * keys and signs can't be searched for.
   */
  private static String withoutFieldOfText() {
    return "(NOT textPayload=~\".\" AND NOT jsonPayload.message=~\".\" AND (NOT "
        + LogFilter.requestLog()
        + " OR jsonPayload:* OR protoPayload:*))";
  }
}
