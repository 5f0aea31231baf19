package dev.stageproof.formats.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import dev.stageproof.report.Goldens;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.shape.Rewrite;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class JunitFormatTest {

  @ParameterizedTest
  @EnumSource
  void countsAgreeWithTheCases(Goldens.Scenario scenario) throws Exception {
    Element suite = suite(scenario.run());

    assertThat(count(suite, "testcase")).isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
    assertThat(count(suite, "failure")).isEqualTo(Integer.parseInt(suite.getAttribute("failures")));
    assertThat(count(suite, "error")).isEqualTo(Integer.parseInt(suite.getAttribute("errors")));
    assertThat(count(suite, "skipped")).isEqualTo(Integer.parseInt(suite.getAttribute("skipped")));
    assertThat(suite.getAttribute("time")).matches("\\d+\\.\\d{3}");
  }

  @Test
  void blockingFindingsFailTheBuildAndOthersAreShownAsSkipped() throws Exception {
    assertThat(results(SampleRuns.unhealthy()))
        .containsExactly(
            "health: failure 503, expected 200; p95 8.04 s, at most 1 s",
            "dup-warnings: error 0 of 212 entries match, but 0 requests were served and 20 are"
                + " needed",
            "id-manager: passed",
            "no-warnings: skipped waived by ssot-warnings: FAIL, 2 of 212 entries, none expected",
            "verdict: failure FAIL: `health` (blocking) failed: 503, expected 200.");
    assertThat(results(SampleRuns.healthy()))
        .contains("startup-401: skipped advisory: FAIL, 4 of 312 entries, at most 0 expected");
  }

  @Test
  void checkLetThroughWithoutDataDoesNotFailTheBuild() throws Exception {
    assertThat(results(SampleRuns.inconclusive()))
        .contains(
            "health: skipped let through without data: INCONCLUSIVE, not seen: the caller lacks"
                + " run.services.get on project netra-staging");
  }

  @Test
  void interruptedRunIsNotGreen() throws Exception {
    assertThat(results(SampleRuns.partial()))
        .contains("revision: error the run was stopped before this was asked");
  }

  @ParameterizedTest
  @EnumSource
  void suiteFailsExactlyWhenTheVerdictIsNotPass(Goldens.Scenario scenario) throws Exception {
    RunRecord run = scenario.run();
    Element suite = suite(run);

    assertThat(count(suite, "failure") + count(suite, "error") == 0)
        .isEqualTo(run.judgment().verdict() == Verdict.PASS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000\u0008\u001B[31m",
        "\uD83D\uFFFE\uFFFF",
        "]]>",
        "<failure/>",
        "\" onload=\"x",
        "&amp;&#0;",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
        "</testcase></testsuite>",
        "\r\n\t😀"
      })
  void hostileTextChangesNoStructure(String payload) throws Exception {
    RunRecord run = SampleRuns.unhealthy();

    assertThat(names(suite(Rewrite.strings(run, (key, text) -> text + payload))))
        .isEqualTo(names(suite(run)));
  }

  @Test
  void nothingOfTheEnvironmentIsWritten() throws Exception {
    String report = Goldens.render(new JunitFormat(), SampleRuns.unhealthy());

    assertThat(report).doesNotContain("hostname", "java.", System.getProperty("user.dir"));
  }

  private static List<String> results(RunRecord run) throws Exception {
    List<String> results = new ArrayList<>();
    for (Element test : children(suite(run), "testcase")) {
      String id = test.getAttribute("name").split(":", -1)[0];
      Element first = children(test, "*").get(0);
      String result =
          first.getTagName().equals("system-out")
              ? "passed"
              : first.getTagName() + " " + first.getAttribute("message");
      results.add(id + ": " + result);
    }
    return results;
  }

  private static Element suite(RunRecord run) throws Exception {
    String report = Goldens.render(new JunitFormat(), run);
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(report)))
        .getDocumentElement();
  }

  private static int count(Element suite, String name) {
    return suite.getElementsByTagName(name).getLength();
  }

  private static List<String> names(Element element) {
    List<String> names = new ArrayList<>(List.of(element.getTagName()));
    children(element, "*").forEach(child -> names.addAll(names(child)));
    return names;
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && (name.equals("*") || child.getTagName().equals(name))) {
        found.add(child);
      }
    }
    return found;
  }
}
