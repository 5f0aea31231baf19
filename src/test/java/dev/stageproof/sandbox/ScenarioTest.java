package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.logging.v2.LogEntry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final String QAR = "netra-backend-staging-00639-qar";
  private static final String WOB = "netra-backend-staging-00640-wob";
  private static final String XGF = "netra-backend-staging-00631-xgf";
  private static final String FOP = "netra-backend-staging-00630-fop";
  private static final String NAC = "netra-backend-staging-00634-nac";
  private static final String TUL = "netra-backend-staging-00633-tul";
  private static final String KIP = "netra-backend-staging-00641-kip";

  private static long count(String scenario, String revision, String filter) {
    Scenario named = Scenario.named(scenario);
    EntryWriter writer = new EntryWriter(named);
    RequestEntries requests = new RequestEntries(writer, "http://service");
    Predicate<LogEntry> test =
        FilterEvaluator.compile(
            "resource.labels.revision_name=\"" + revision + "\" AND (" + filter + ")");
    return new SeededLog(named, HandClock.START, writer, requests)
        .until(HandClock.START)
        .filter(test)
        .count();
  }

  @Test
  void theIndexNamesEveryScenarioFile() throws Exception {
    URI index = ScenarioFiles.class.getResource("scenarios.txt").toURI();
    try (Stream<Path> files = Files.list(Path.of(index).getParent())) {
      List<String> scenarios =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".json"))
              .map(file -> file.substring(0, file.length() - ".json".length()))
              .sorted()
              .toList();
      assertThat(Scenario.names()).isEqualTo(scenarios).hasSizeGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void everyScenarioLoadsUnderItsOwnName() {
    assertThat(Scenario.names())
        .allSatisfy(name -> assertThat(Scenario.named(name).name()).isEqualTo(name));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Scenario.named("../issue-965"))
        .isInstanceOf(UnknownScenarioException.class)
        .hasMessage(
            "unknown scenario `../issue-965`; known scenarios: issue-1100, issue-1182,"
                + " issue-824, issue-889, issue-965, traffic-pinned");
  }

  @Test
  void brokenDataIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> Scenario.parse("{\"name\": }"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a scenario: ")
        .hasMessageContaining("at line 1, column 10");
    assertThatThrownBy(() -> Scenario.parse("{\"name\": \"x\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a scenario: ")
        .hasMessageContaining("null");
    assertThatThrownBy(() -> Scenario.parse("{\"revisions\": [{\"timeout\": \"5 min\"}]}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("revisions.[0].timeout: ")
        .hasMessageContaining("5 min");
  }

  @Test
  void unknownKeysAreRefused() throws Exception {
    Path file = Path.of(ScenarioFiles.class.getResource("issue-965.json").toURI());
    String json = Files.readString(file);
    assertThat(Scenario.parse(json)).isEqualTo(Scenario.named("issue-965"));
    String more = json.replaceFirst("\\{", "{\"colour\": \"x\",");
    assertThatThrownBy(() -> Scenario.parse(more))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour");
  }

  @Test
  void contradictionsAreRefused() {
    Scenario base = Scenario.named("issue-965");
    assertThatThrownBy(
            () -> Variants.with(base, base.revisions(), List.of(Variants.share(99)), List.of()))
        .hasMessage("traffic adds up to 99 percent, not 100");
    assertThatThrownBy(
            () ->
                Variants.with(base, base.revisions(), List.of(Variants.share("x", 100)), List.of()))
        .hasMessage("traffic to unknown revision x");
    assertThatThrownBy(() -> Variants.with(base, List.of(), base.traffic(), List.of()))
        .hasMessage("a scenario needs at least one revision");
  }

  @Test
  void issue965IsHealthyAndExposed() {
    assertThat(count("issue-965", WOB, "log_id(\"run.googleapis.com/requests\")")).isEqualTo(40);
    assertThat(count("issue-965", WOB, "severity=WARNING")).isEqualTo(5);
    assertThat(count("issue-965", WOB, "severity=WARNING jsonPayload.message:\"401\""))
        .isEqualTo(4);
    assertThat(count("issue-965", WOB, "severity>=ERROR")).isZero();
    assertThat(positiveIndicators())
        .allSatisfy(
            line ->
                assertThat(
                        count(
                            "issue-965", WOB, "severity=INFO jsonPayload.message=\"" + line + "\""))
                    .as(line)
                    .isPositive());
  }

  @Test
  void issue965HasARevisionBeforeWithErrorsThatAreGone() {
    Instant deployed = HandClock.START.minus(Scenario.named("issue-965").ready().deployedAgo());
    assertThat(count("issue-965", QAR, "timestamp>=\"2000-01-01T00:00:00Z\""))
        .isBetween(600L, 900L);
    assertThat(
            count("issue-965", QAR, "timestamp>=\"" + deployed.plus(Duration.ofMinutes(1)) + "\""))
        .isZero();
    assertThat(count("issue-965", QAR, "severity>=ERROR")).isEqualTo(2);
    assertThat(count("issue-965", QAR, "log_id(\"run.googleapis.com/requests\")")).isEqualTo(224);
  }

  @Test
  void bothRevisionsOfIssue965NameTheirConnectionsEveryMinute() {
    String pool = "severity=INFO jsonPayload.message=~\"^Connection pool: (19|2[0-2]) of 30 con\"";
    assertThat(count("issue-965", WOB, pool)).isEqualTo(21);
    assertThat(count("issue-965", QAR, pool)).isEqualTo(159);
  }

  private static Stream<String> positiveIndicators() {
    return Stream.of(
        "WebSocket Manager module loaded - SSOT consolidation active (Issue #824 remediation)",
        "WebSocket SSOT loaded - CRITICAL SECURITY MIGRATION: Factory pattern available, singleton"
            + " vulnerabilities mitigated",
        "Factory methods added to UnifiedWebSocketEmitter - Issue #582 remediation complete",
        "Database session created for request with service user_id='service:netra-backend'",
        "Request-scoped session for user service:netra-backend");
  }

  @Test
  void issue889HasTheGoodLinesTheDatabaseErrorsAndNoExposure() {
    assertThat(Scenario.named("issue-889").ready().deployedAgo())
        .isEqualTo(Duration.parse("PT2M29S"));
    assertThat(count("issue-889", KIP, "\"UnifiedIDManager initialized\"")).isEqualTo(1);
    assertThat(count("issue-889", KIP, "\"SSOT consolidation active\"")).isEqualTo(1);
    assertThat(count("issue-889", KIP, "\"Factory pattern available\"")).isEqualTo(1);
    assertThat(count("issue-889", KIP, "severity=ERROR \"Cloud SQL\" \"timed out\"")).isEqualTo(3);
    assertThat(count("issue-889", KIP, "severity>=ERROR")).isEqualTo(3);
    assertThat(count("issue-889", KIP, "severity=WARNING \"SSOT\"")).isEqualTo(9);
    assertThat(count("issue-889", KIP, "\"demo-user-001\"")).isZero();
    assertThat(count("issue-889", KIP, "log_id(\"run.googleapis.com/requests\")")).isZero();
  }

  @Test
  void issue889HasTheDuplicationInTheRevisionBefore() {
    assertThat(count("issue-889", WOB, "jsonPayload.message=~\"demo-user-001.*duplicat\""))
        .isEqualTo(6);
    assertThat(count("issue-889", WOB, "log_id(\"run.googleapis.com/requests\")")).isEqualTo(412);
  }

  @Test
  void issue1182HasTheLinesOfItsReportAndTheirSeverity() {
    assertThat(
            count(
                "issue-1182",
                NAC,
                "severity=WARNING"
                    + " jsonPayload.message=\"WebSocket Manager SSOT validation: WARNING\""))
        .isEqualTo(1);
    assertThat(
            count(
                "issue-1182",
                NAC,
                "jsonPayload.message=\"Factory methods added to UnifiedWebSocketEmitter - Issue"
                    + " #582 remediation complete\""))
        .isEqualTo(1);
    assertThat(
            count(
                "issue-1182",
                NAC,
                "jsonPayload.message=\"WebSocket Manager module loaded - SSOT consolidation active"
                    + " (Issue #824 remediation)\""))
        .isEqualTo(1);
    assertThat(count("issue-1182", NAC, "jsonPayload.classes=9")).isEqualTo(1);
    assertThat(count("issue-1182", NAC, "severity>=ERROR")).isZero();
    assertThat(count("issue-1182", NAC, "\"code 1011\"")).isEqualTo(2);
    assertThat(count("issue-1182", TUL, "\"potential duplication\"")).isEqualTo(12);
    assertThat(count("issue-1182", TUL, "severity>=ERROR")).isEqualTo(1);
  }

  @Test
  void issue1100IsReadyAndMissesItsVariables() {
    Scenario scenario = Scenario.named("issue-1100");
    assertThat(scenario.ready().name()).isEqualTo(XGF);
    assertThat(environment(scenario, XGF))
        .containsExactly("ENVIRONMENT", "JWT_SECRET_KEY", "AUTH_SERVICE_URL");
    assertThat(environment(scenario, FOP))
        .contains(
            "POSTGRES_HOST", "POSTGRES_PORT", "POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD");
    assertThat(count("issue-1100", XGF, "severity>=ERROR \"POSTGRES_HOST\"")).isEqualTo(10);
    assertThat(count("issue-1100", XGF, "severity=CRITICAL")).isEqualTo(1);
    assertThat(count("issue-1100", XGF, "severity=ERROR \"LLM manager unavailable\"")).isEqualTo(1);
    assertThat(count("issue-1100", FOP, "severity=ERROR \"LLM manager unavailable\"")).isEqualTo(7);
    assertThat(count("issue-1100", FOP, "\"POSTGRES_HOST\"")).isZero();
    assertThat(count("issue-1100", XGF, "\"DeprecationWarning\"")).isEqualTo(4);
  }

  private static List<String> environment(Scenario scenario, String revision) {
    return scenario.revision(revision).env().stream().map(ScenarioRevision.EnvVar::name).toList();
  }

  @Test
  void trafficPinnedHasAReadyRevisionThatNobodyGetsToSee() {
    Scenario scenario = Scenario.named("traffic-pinned");
    assertThat(scenario.ready()).isEqualTo(scenario.latestCreated());
    assertThat(scenario.traffic())
        .extracting(
            share -> scenario.target(share).equals(scenario.ready()), Scenario.Traffic::percent)
        .containsExactly(tuple(false, 100), tuple(true, 0));
  }
}
