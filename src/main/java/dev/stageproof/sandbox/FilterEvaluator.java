package dev.stageproof.sandbox;

import com.google.logging.v2.LogEntry;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/** Turns a filter into a test of log entries. */
final class FilterEvaluator {
  private FilterEvaluator() {}

  /**
   * Reads and checks a filter in the Logging query language.
   *
   * @throws FilterException when it is not one, or names a field that entries don't have
   */
  static Predicate<LogEntry> compile(String filter) {
    return test(FilterParser.parse(filter));
  }

  private static Predicate<LogEntry> test(Filter filter) {
    if (filter instanceof Filter.And and) {
      List<Predicate<LogEntry>> all = and.all().stream().map(FilterEvaluator::test).toList();
      return entry -> all.stream().allMatch(each -> each.test(entry));
    }
    if (filter instanceof Filter.Or or) {
      List<Predicate<LogEntry>> any = or.any().stream().map(FilterEvaluator::test).toList();
      return entry -> any.stream().anyMatch(each -> each.test(entry));
    }
    if (filter instanceof Filter.Not not) {
      return test(not.inner()).negate();
    }
    return leaf(filter);
  }

  private static Predicate<LogEntry> leaf(Filter filter) {
    if (filter instanceof Filter.Search search) {
      return search(search.text());
    }
    if (filter instanceof Filter.LogId logId) {
      return entry -> logId(entry).equals(logId.id());
    }
    return comparison((Filter.Comparison) filter);
  }

  private static Predicate<LogEntry> search(String text) {
    String folded = FilterText.fold(text);
    return entry ->
        FilterValues.texts(entry).anyMatch(value -> FilterText.fold(value).contains(folded));
  }

  /** The part of the log name after "logs/", where it is URL-encoded. */
  private static String logId(LogEntry entry) {
    String name = entry.getLogName();
    String encoded = name.substring(name.lastIndexOf('/') + 1);
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  private static Predicate<LogEntry> comparison(Filter.Comparison comparison) {
    FilterField field = FilterField.of(comparison.path());
    if (comparison.operator() == Filter.Operator.HAS && comparison.literal().anything()) {
      return field::present;
    }
    Predicate<Object> value =
        FilterOperand.of(field.type(), comparison.operator(), comparison.literal());
    return entry -> field.values(entry).anyMatch(value);
  }
}
