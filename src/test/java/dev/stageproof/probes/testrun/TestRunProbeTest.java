package dev.stageproof.probes.testrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ProcessRequest;
import dev.stageproof.observe.TestRunObservation;
import dev.stageproof.observe.TestRunObservation.Counts;
import dev.stageproof.observe.TestRunObservation.Report;
import dev.stageproof.observe.TestRunObservation.Result;
import dev.stageproof.observe.TestRunRequest;
import dev.stageproof.probes.Deadline;
import dev.stageproof.spi.UnobservedException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TestRunProbeTest {

  @TempDir Path folder;

  @Test
  void readsWhatSurefireWrote() throws Exception {
    copy("TEST-dev.stageproof.ShopTest.xml");

    TestRunObservation seen = read("**/TEST-*.xml");

    assertThat(seen.counts()).isEqualTo(new Counts(2, 1, 1, 1, 1));
    assertThat(seen.unsuccessful())
        .containsExactly(
            new TestRunObservation.Test(
                "dev.stageproof.ShopTest::addsUp",
                Result.FAILED,
                Optional.of("expected: 3 but was: 2")),
            new TestRunObservation.Test(
                "dev.stageproof.ShopTest::closes",
                Result.ERROR,
                Optional.of("java.lang.IllegalStateException")));
    assertThat(seen.took()).isEqualTo(Duration.ofMillis(1_234_567));
    assertThat(seen.reports())
        .extracting(Report::path)
        .containsExactly("TEST-dev.stageproof.ShopTest.xml");
  }

  @Test
  void readsNestedSuites() throws Exception {
    write(
        "report.xml",
        "<testsuites><testsuite><testsuite><testcase classname='a' name='b'/></testsuite>"
            + "<testcase name='c'/></testsuite></testsuites>");

    TestRunObservation seen = read("report.xml", "a::b", "c", "a::c");

    assertThat(seen.counts()).isEqualTo(new Counts(2, 0, 0, 0, 0));
    assertThat(seen.named("a::b").results()).containsExactly(Result.PASSED);
    assertThat(seen.named("c").results()).containsExactly(Result.PASSED);
    assertThat(seen.named("a::c").results()).isEmpty();
    assertThat(seen.named("a::c").nearest()).contains("a::b");
  }

  @Test
  void aReportThatIsNotWholeCountsForNothing() throws Exception {
    write("report.xml", "<testsuite><testcase name='a'/>\n<testcase name='b'>");

    TestRunObservation seen = read("report.xml");

    assertThat(seen.counts().executed()).isZero();
    assertThat(trouble(seen)).contains("it is not XML, or cut off, near line 2");
  }

  @Test
  void aDocumentTypeIsRefused() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "hunter2");
    write(
        "report.xml",
        "<!DOCTYPE testsuite [<!ENTITY s SYSTEM '"
            + secret.toUri()
            + "'>]><testsuite><testcase name='a'><failure>&s;</failure></testcase></testsuite>");

    TestRunObservation seen = read("report.xml");

    assertThat(trouble(seen))
        .contains("it has a document type or an entity, which no test report needs");
    assertThat(seen.unsuccessful()).isEmpty();
  }

  @Test
  void otherXmlIsNoReport() throws Exception {
    write("report.xml", "<project><testcase name='a'/></project>");

    assertThat(trouble(read("report.xml")))
        .contains("it is no JUnit report: its root is <project>");
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    write("report.xml", "<testsuite>".repeat(100) + "</testsuite>".repeat(100));

    assertThat(trouble(read("report.xml")))
        .contains("it is nested deeper than 64, or has more than 200000 tests");
  }

  @Test
  void aSuiteThatCountsFailuresWithoutNamingThemIsNotBelieved() throws Exception {
    write("report.xml", "<testsuite failures='2' errors='1'><testcase name='a'/></testsuite>");

    assertThat(trouble(read("report.xml"))).contains("it counts 3 failures and errors and names 0");
  }

  @Test
  void longMessagesAreCut() throws Exception {
    String words = "x".repeat(100_000);
    write(
        "report.xml",
        "<testsuite><testcase name='a'><failure message='" + words + "'/></testcase></testsuite>");

    assertThat(read("report.xml").unsuccessful().get(0).message().orElseThrow())
        .hasSize(TestRunObservation.LONGEST_MESSAGE + 1)
        .endsWith("x…");
  }

  @Test
  void onlyWhatTheProgramWroteCounts() throws Exception {
    write("old.xml", "<testsuite><testcase name='old'/></testsuite>");
    write("same.xml", "<testsuite><testcase name='a'><failure/></testcase></testsuite>");
    String script =
        "echo \"<testsuite><testcase name='a'/></testsuite>\" > same.xml;"
            + " mkdir -p out/deep; cp same.xml out/deep/new.xml";
    ProcessRequest program =
        new ProcessRequest(
            List.of("sh", "-c", script), Optional.empty(), folder.toString(), Map.of());

    TestRunObservation seen =
        observe(
            new TestRunRequest(
                Optional.of(program), folder.toString(), List.of("**/*.xml"), List.of()));

    assertThat(seen.reports())
        .extracting(Report::path)
        .containsExactly("out/deep/new.xml", "same.xml");
    assertThat(seen.older()).isEqualTo(1);
    assertThat(seen.counts()).isEqualTo(new Counts(2, 0, 0, 0, 0));
    assertThat(seen.program().orElseThrow().exitCode()).isZero();
  }

  @Test
  void aFolderThatIsNotThereIsAGap() {
    TestRunRequest request =
        new TestRunRequest(
            Optional.empty(), folder.resolve("gone").toString(), List.of("*.xml"), List.of());

    UnobservedException thrown =
        catchThrowableOfType(UnobservedException.class, () -> observe(request));

    assertThat(thrown.gap().reason()).isEqualTo(GapReason.NOT_FOUND);
  }

  @Test
  void aWrongGlobIsAGapThatNamesIt() {
    UnobservedException thrown =
        catchThrowableOfType(UnobservedException.class, () -> read("[.xml"));

    assertThat(thrown.gap().message()).startsWith("not a glob: `[.xml`: ");
  }

  @Test
  void oneLookAnswersForTheTestsThatTwoChecksName() {
    TestRunRequest one = new TestRunRequest(Optional.empty(), "/a", List.of("x"), List.of("b"));
    TestRunRequest other = new TestRunRequest(Optional.empty(), "/a", List.of("x"), List.of("a"));
    TestRunRequest elsewhere = new TestRunRequest(Optional.empty(), "/b", List.of("x"), List.of());

    assertThat(one.mergedWith(other)).isEqualTo(other.mergedWith(one)).isPresent();
    assertThat(one.mergedWith(elsewhere)).isEmpty();
  }

  private static Optional<String> trouble(TestRunObservation seen) {
    assertThat(seen.reports()).hasSize(1);
    return seen.reports().get(0).trouble();
  }

  private TestRunObservation read(String glob, String... named) throws Exception {
    return observe(
        new TestRunRequest(Optional.empty(), folder.toString(), List.of(glob), List.of(named)));
  }

  private static TestRunObservation observe(TestRunRequest request) throws Exception {
    return new TestRunProbe().observe(request, Deadline.in(Duration.ofSeconds(30)));
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  private void copy(String name) throws Exception {
    try (InputStream in = TestRunProbeTest.class.getResourceAsStream(name)) {
      Files.copy(in, folder.resolve(name));
    }
  }
}
