package dev.stageproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.stageproof.sandbox.Api;
import dev.stageproof.sandbox.Fault;
import dev.stageproof.sandbox.Faults;
import dev.stageproof.sandbox.Programs;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only shows in a process of its own: locale, class loading, signals, a bare PATH. */
class ProcessTest {
  @TempDir private Path folder;

  @Test
  void theVersionLoadsNeitherPicocliNorGoogleNorJackson() throws Exception {
    List<String> classes = classesLoadedBy("--version");

    assertThat(classes)
        .anyMatch(line -> line.contains("dev.stageproof.cli.Main"))
        .noneMatch(line -> line.contains(" picocli."))
        .noneMatch(ProcessTest::isGoogle)
        .noneMatch(line -> line.contains(" com.fasterxml."));
  }

  @Test
  void theReferenceLoadsNoGoogleClass() throws Exception {
    List<String> classes = classesLoadedBy("checks");

    assertThat(classes)
        .anyMatch(line -> line.contains("dev.stageproof.checks.cloudrun.CloudRunCheck"))
        .noneMatch(ProcessTest::isGoogle);
  }

  @Test
  void aPlanLoadsNoClientAndOpensNoSocket() throws Exception {
    Path config = folder.resolve("written.yaml");
    try (Sandbox sandbox = Sandbox.start(Scenario.named("issue-965"), Clock.systemUTC());
        ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Cli init =
          Cli.run(
              Cli.environment(sandbox),
              "init",
              "--project=netra-staging",
              "--region=us-central1",
              "--service=netra-backend-staging",
              "-o",
              config.toString());
      assertThat(init.code()).as(init.err()).isZero();
      String endpoint = "http://127.0.0.1:" + listening.getLocalPort();
      Path log = folder.resolve("classes.txt");

      Stageproof.Ended plan =
          new Stageproof(folder)
              .jvm("-Xlog:class+load:file=" + log)
              .with("STAGEPROOF_RUN_ENDPOINT", endpoint)
              .with("STAGEPROOF_LOGGING_ENDPOINT", endpoint)
              .run("plan", "-c", config.toString());

      assertThat(plan.code()).as(plan.err()).isZero();
      assertThat(plan.out()).contains("gcloud logging read");
      assertThat(Files.readAllLines(log))
          .anyMatch(line -> line.contains("dev.stageproof.gate.Planning"))
          .noneMatch(ProcessTest::isGoogle)
          .noneMatch(line -> line.contains(" okhttp3."))
          .noneMatch(line -> line.contains(" java.net.Socket "))
          .noneMatch(line -> line.contains(" java.net.DatagramSocket "))
          .noneMatch(line -> line.contains(" sun.nio.ch.Net "))
          .noneMatch(line -> line.contains(" java.net.InetAddress$NameService "));
      listening.setSoTimeout(1);
      assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aRunThatAsksGoogleLoadsItsClasses() throws Exception {
    assertThat(classesLoadedBy("demo", "-q", "-o", "json=-")).anyMatch(ProcessTest::isGoogle);
  }

  @Test
  void reportsAreUtf8WhateverTheLocale() throws Exception {
    new Stageproof(folder)
        .with("LC_ALL", "C")
        .jvm("-Dfile.encoding=US-ASCII")
        .jvm("-Duser.language=ar")
        .run("demo", "-q", "-o", "markdown=" + folder.resolve("r.md"));

    String report = new String(Files.readAllBytes(folder.resolve("r.md")), UTF_8);
    assertThat(report)
        .contains("✅ **PASS**")
        .contains("100 % to this revision")
        .doesNotContain("\uFFFD")
        .doesNotContainPattern("\\p{IsArabic}");
  }

  @Test
  void standardOutputIsUtf8WhateverTheLocale() throws Exception {
    Stageproof.Ended run =
        new Stageproof(folder)
            .with("LC_ALL", "C")
            .jvm("-Dfile.encoding=US-ASCII")
            .run("demo", "-q", "-o", "markdown=-");

    assertThat(run.out()).contains("✅ **PASS**");
  }

  @Test
  void withoutPythonTheDemoPassesAndItsImportCheckIsNotVerified() throws Exception {
    Path report = folder.resolve("r.md");

    Stageproof.Ended run =
        new Stageproof(folder)
            .with("PATH", folder.toString())
            .run("demo", "--allow-exec", "-o", "markdown=" + report);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PASS.code());
    assertThat(run.err()).contains("INCONCLUSIVE  imports");
    assertThat(Files.readString(report))
        .contains(
            "| The consolidated paths import, and the old factory is gone. | ❔ not verified |");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void anInterruptedRunEndsWith130AndStillWritesItsReport(String signal) throws Exception {
    Tools.require("kill");
    assumeFalse(isIgnored(signal), "SIG" + signal + " is ignored here, and so by all processes");
    Scenario hanging =
        Scenario.named("issue-965").withFaults(Faults.none().with(Api.LOGGING, Fault.hang()));
    Path reports = folder.resolve("reports");
    Path config = withJob(Path.of("config/examples/issue-965.yaml"));
    try (Sandbox sandbox = Sandbox.start(hanging, Clock.systemUTC(), Programs.RUN)) {
      Stageproof stageproof =
          new Stageproof(folder)
              .with("STAGEPROOF_LOGGING_ENDPOINT", sandbox.loggingEndpoint())
              .with("STAGEPROOF_RUN_ENDPOINT", sandbox.runEndpoint());
      Process process =
          stageproof.start(
              "validate", "-c", config.toString(), "--reports", reports.toString(), "--allow-exec");
      awaitText(stageproof, process, "PASS revision");
      while (sandbox.calls().count("RunJob") == 0) {
        assertThat(process.isAlive()).as(stageproof.errSoFar()).isTrue();
        Thread.onSpinWait();
      }

      new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
      Stageproof.Ended run = stageproof.end(process);

      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INTERRUPTED.code());
      assertThat(run.err()).contains("Report: ").doesNotContain("Exception");
      assertThat(sandbox.jobs()).isEmpty();
      assertThat(ProcessHandle.allProcesses().flatMap(it -> it.info().arguments().stream()))
          .noneMatch(words -> List.of(words).contains("63.1"));
    }
    assertThat(text(reports, ".json")).contains("\"partial\": true").contains("was interrupted");
    assertThat(text(reports, ".md")).contains("interrupted");
  }

  /** The same checks, and a program that runs as a Cloud Run job for longer than the test. */
  private Path withJob(Path example) throws IOException {
    String job =
        """
        checks:
          - id: job
            type: command
            where: cloud-run-job
            run: {argv: [sleep, '63.1']}
        """;
    Path config = folder.resolve("with-job.yaml");
    return Files.writeString(config, Files.readString(example).replace("checks:\n", job));
  }

  /**
   * A shell without job control starts what shall run in the background with SIGINT ignored; every
   * process from there on inherits that, and the JVM leaves it so.
   */
  private static boolean isIgnored(String signal) throws Exception {
    Tools.require("sh");
    return new ProcessBuilder("sh", "-c", "kill -" + signal + " $$").start().waitFor() == 0;
  }

  private static boolean isGoogle(String line) {
    return line.contains(" com.google.cloud.")
        || line.contains(" com.google.api.")
        || line.contains(" com.google.protobuf.")
        || line.contains(" io.grpc.");
  }

  private List<String> classesLoadedBy(String... args) throws Exception {
    Path log = folder.resolve("classes.txt");
    new Stageproof(folder).jvm("-Xlog:class+load:file=" + log).run(args);
    return Files.readAllLines(log);
  }

  /** Waits for progress, not for time: each look is a look at the file that the process writes. */
  private static void awaitText(Stageproof stageproof, Process process, String text)
      throws IOException {
    while (!stageproof.errSoFar().contains(text)) {
      assertThat(process.isAlive()).as(stageproof.errSoFar()).isTrue();
      Thread.onSpinWait();
    }
  }

  private static String text(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.filter(path -> path.toString().endsWith(ending)).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }
}
