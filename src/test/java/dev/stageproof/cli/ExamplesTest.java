package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.sandbox.Programs;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import dev.stageproof.testing.Tools;
import dev.stageproof.testing.images.TestImage;
import dev.stageproof.testing.images.TestLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example is run against the sandbox. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("config/examples");

  @TempDir Path folder;

  private static final Map<String, ExitCode> OTHER_ENDINGS =
      Map.of(
          "issue-889",
          ExitCode.FAIL,
          "issue-1100",
          ExitCode.FAIL,
          "issue-824",
          ExitCode.FAIL,
          "traffic-pinned",
          ExitCode.FAIL);

  static Stream<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.replace(".yaml", ""))
              .sorted()
              .toList();
      return names.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void endsAsItSays(String name) throws IOException {
    Path file = EXAMPLES.resolve(name + ".yaml");
    String text = Files.readString(file);
    if (text.contains("python")) {
      Tools.require("python3");
    }
    if (text.contains("pytest")) {
      Tools.requirePytest();
    }
    String scenario = Scenario.names().contains(name) ? name : "issue-965";
    try (Sandbox sandbox =
        Sandbox.start(Scenario.named(scenario), Clock.systemUTC(), Programs.RUN)) {
      Map<String, String> environment = Cli.environment(sandbox);
      environment.put("IMAGE_LAYOUT", image().toString());
      Cli run =
          Cli.run(
              environment, "validate", "-c", file.toString(), "--allow-exec", "-v", "-o", "json=-");

      assertThat(run.code())
          .as(run.err())
          .isEqualTo(OTHER_ENDINGS.getOrDefault(name, ExitCode.PASS).code());
    }
  }

  /** An image with the example's Python package, in the OCI layout. */
  private Path image() throws IOException {
    TestLayer layer = new TestLayer().file("usr/local/bin/python3.11", "");
    layer.symlink("usr/local/bin/python3", "python3.11");
    Path python = EXAMPLES.resolve("python");
    try (Stream<Path> files = Files.walk(python)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        layer.file("app/" + python.relativize(file), Files.readAllBytes(file));
      }
    }
    TestImage image =
        TestImage.of(layer.gzip())
            .startedBy(
                "{\"Cmd\": [\"python3\", \"-m\", \"netra_backend\"], \"WorkingDir\": \"/app\"}");
    return TestImage.write(image.layout("backend"), folder.resolve("image"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void namesTheSchemaForEditors(String name) throws IOException {
    assertThat(Files.readString(EXAMPLES.resolve(name + ".yaml")))
        .startsWith("# yaml-language-server: $schema=../stageproof.schema.json\n");
  }
}
