package dev.stageproof.formats.junit;

import dev.stageproof.formats.junit.CaseResult.Kind;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Finding;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.ForeignText;
import dev.stageproof.report.Headings;
import dev.stageproof.report.LogRead;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one suite; all text goes through {@link ForeignText}, which leaves only legal XML. */
final class SuiteWriter {

  /** Without a zone, as JUnit's own reports have it; the instant is in UTC. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final XMLStreamWriter xml;

  SuiteWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  void write(RunRecord run) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuite");
    attribute("name", run.reportId());
    attribute("tests", String.valueOf(run.checks().size() + 1));
    attribute("failures", count(run, Kind.FAILURE));
    attribute("errors", count(run, Kind.ERROR));
    attribute("skipped", count(run, Kind.SKIPPED));
    attribute("time", seconds(run.took()));
    attribute("timestamp", TIMESTAMP.format(run.startedAt().truncatedTo(ChronoUnit.SECONDS)));
    properties(run);
    for (CheckResult check : run.checks()) {
      testCase(check, run);
    }
    verdict(run);
    line(0);
    xml.writeEndElement();
    line(0);
    xml.writeEndDocument();
  }

  private static String count(RunRecord run, Kind kind) {
    Stream<CaseResult> checks = run.checks().stream().map(check -> CaseResult.of(check, run));
    return String.valueOf(
        Stream.concat(checks, Stream.of(CaseResult.of(run.judgment())))
            .filter(result -> result.kind() == kind)
            .count());
  }

  private void properties(RunRecord run) throws XMLStreamException {
    line(1);
    xml.writeStartElement("properties");
    property("verdict", run.judgment().verdict().name());
    property("because", run.judgment().because());
    property("confidence", run.judgment().confidence().level().name());
    property("revision", run.identity().map(it -> it.revision()).orElse("not identified"));
    if (run.baseline().isPresent()) {
      property("baseline", run.baseline().get().name());
    }
    property("partial", String.valueOf(run.partial()));
    property("stageproof", run.toolVersion());
    line(1);
    xml.writeEndElement();
  }

  private void property(String name, String value) throws XMLStreamException {
    line(2);
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
  }

  private void testCase(CheckResult check, RunRecord run) throws XMLStreamException {
    CaseResult result = CaseResult.of(check, run);
    line(1);
    xml.writeStartElement("testcase");
    attribute("classname", Headings.of(check));
    attribute("name", check.id() + ": " + check.title());
    attribute("time", seconds(check.took()));
    if (result.kind() != Kind.PASSED) {
      finding(result, check.type(), assertions(check));
    }
    element("system-out", details(check, run));
    line(1);
    xml.writeEndElement();
  }

  private void verdict(RunRecord run) throws XMLStreamException {
    CaseResult result = CaseResult.of(run.judgment());
    line(1);
    xml.writeStartElement("testcase");
    attribute("classname", "stageproof");
    attribute("name", "verdict");
    attribute("time", seconds(Duration.ZERO));
    if (result.kind() != Kind.PASSED) {
      finding(result, "verdict", "");
    }
    element("system-out", ForeignText.line(run.judgment().because()));
    line(1);
    xml.writeEndElement();
  }

  private void finding(CaseResult result, String type, String text) throws XMLStreamException {
    line(2);
    if (result.kind() == Kind.SKIPPED) {
      xml.writeEmptyElement(result.kind().element);
      attribute("message", result.message());
      return;
    }
    xml.writeStartElement(result.kind().element);
    attribute("message", result.message());
    attribute("type", type);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static String assertions(CheckResult check) {
    return check.evaluation().stream()
        .flatMap(evaluation -> evaluation.assertions().stream())
        .map(SuiteWriter::assertion)
        .collect(Collectors.joining("\n"));
  }

  private static String assertion(Assertion assertion) {
    String line =
        assertion.outcome()
            + " "
            + assertion.what()
            + ": expected "
            + assertion.expected()
            + ", seen "
            + assertion.actual();
    return ForeignText.line(assertion.settle().map(step -> line + "; " + step).orElse(line));
  }

  private static String details(CheckResult check, RunRecord run) {
    Stream<String> head =
        Stream.of(
            check.outcome() + ", " + check.severity().name().toLowerCase(Locale.ROOT),
            check.headline());
    Stream<String> logs =
        check.evaluation().flatMap(Evaluation::logs).stream()
            .map(found -> "log: " + LogRead.inOneLine(found.read()));
    Stream<String> before =
        run.judgment().findings().stream()
            .filter(finding -> finding.check().equals(check.id()))
            .map(SuiteWriter::compared);
    Stream<String> commands = check.reproduce().stream().map(command -> "repeat it: " + command);
    String lines =
        Stream.of(head, before, logs, commands)
            .flatMap(Function.identity())
            .map(ForeignText::clean)
            .collect(Collectors.joining("\n"));
    return ForeignText.withoutCommands(lines);
  }

  private static String compared(Finding finding) {
    String kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "baseline: "
        + kind
        + finding.before().map(it -> ", there " + it.outcome() + ", " + it.headline()).orElse("")
        + finding.because().map(why -> "; " + why).orElse("");
  }

  private void element(String name, String text) throws XMLStreamException {
    line(2);
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, ForeignText.line(value));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** A decimal number of seconds, as the schema wants it. */
  private static String seconds(Duration length) {
    return String.format(Locale.ROOT, "%d.%03d", length.toSeconds(), length.toMillisPart());
  }
}
