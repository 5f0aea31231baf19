package dev.stageproof.probes.testrun;

import dev.stageproof.observe.TestRunObservation;
import dev.stageproof.observe.TestRunObservation.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One report, as pytest, Surefire and others write it: {@code testsuite}s, nested or not, in a
 * {@code testsuites} or alone. For one thread, once.
 *
 * @see <a
 *     href="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report-3.0.2.xsd">Surefire's
 *     schema</a>
 * @see <a
 *     href="https://docs.pytest.org/en/stable/how-to/output.html#creating-junitxml-format-files">pytest</a>
 */
final class JunitReport {

  private static final int DEEPEST = 64;
  private static final int MOST_TESTS = 200_000;
  private static final Set<String> ROOTS = Set.of("testsuites", "testsuite");
  private static final String TEST = "testcase";

  /** Surefire writes thousands with a comma in some languages' way. */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

  private final XMLStreamReader xml;
  private final List<ReportedTest> tests = new ArrayList<>();
  private int depth;

  /** Failures and errors by the attributes of the root, and of the suites right below it. */
  private final int[] declared = new int[2];

  JunitReport(XMLStreamReader xml) {
    this.xml = xml;
  }

  List<ReportedTest> tests() {
    return tests;
  }

  /** Reads it to its end; says why it can't be believed, if so. */
  Optional<String> read() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        return Optional.of("it has a document type or an entity, which no test report needs");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        Optional<String> trouble = element();
        if (trouble.isPresent()) {
          return trouble;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    return untold();
  }

  /** A suite that counts failures without naming them hides some. */
  private Optional<String> untold() {
    long named = tests.stream().filter(test -> test.result().compareTo(Result.FAILED) >= 0).count();
    int counted = Math.max(declared[0], declared[1]);
    return counted > named
        ? Optional.of("it counts " + counted + " failures and errors and names " + named)
        : Optional.empty();
  }

  private Optional<String> element() throws XMLStreamException {
    String name = xml.getLocalName();
    depth++;
    if (depth == 1 && !ROOTS.contains(name)) {
      return Optional.of("it is no JUnit report: its root is <" + name + ">");
    }
    if (depth > DEEPEST || tests.size() == MOST_TESTS) {
      return Optional.of(
          "it is nested deeper than %d, or has more than %d tests".formatted(DEEPEST, MOST_TESTS));
    }
    if (depth <= 2 && ROOTS.contains(name)) {
      declared[depth - 1] += number("failures") + number("errors");
    }
    if (name.equals(TEST)) {
      tests.add(test());
      depth--;
    }
    return Optional.empty();
  }

  /** Reads a test case to its end. */
  private ReportedTest test() throws XMLStreamException {
    TestDraft draft =
        new TestDraft(TestRunObservation.id(attribute("classname"), attribute("name")), took());
    int inside = 1;
    while (inside > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        inside++;
        if (inside == 2) {
          draft.child(xml.getLocalName(), attribute("message"), attribute("type"));
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        inside--;
      } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new XMLStreamException("an entity", xml.getLocation());
      } else if (inside == 2 && xml.isCharacters()) {
        draft.text(xml.getText());
      }
    }
    return draft.finished();
  }

  private Duration took() {
    String time = attribute("time").replace(",", "");
    return SECONDS.matcher(time).matches()
        ? Duration.ofNanos(new BigDecimal(time).movePointRight(9).longValue())
        : Duration.ZERO;
  }

  private int number(String name) {
    String text = attribute(name);
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  private String attribute(String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name)).orElse("");
  }
}
