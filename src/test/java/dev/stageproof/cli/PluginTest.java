package dev.stageproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check type of somebody else's, in a jar that is dropped in. */
class PluginTest {
  private static final String SOURCE =
      """
      package com.acme;

      import dev.stageproof.model.*;
      import dev.stageproof.spi.*;
      import java.util.List;

      public final class WeatherCheck implements CheckType<WeatherCheck.Settings> {
        @Doc("Whether the weather is as it should be.")
        public record Settings(@Doc("The weather to expect.") String expect) {}

        public record Look(String place) implements Request<Sky> {
          public String kind() { return "weather"; }
          public String subject() { return "the sky over " + place; }
          public Class<Sky> observationType() { return Sky.class; }
          public List<String> reproduce() { return List.of("look up"); }
        }

        public record Sky(String weather) implements Observation {}

        public static final class Window implements Probe<Look, Sky> {
          public Class<Look> requestType() { return Look.class; }
          public Sky observe(Look request, ProbeContext context) { return new Sky("rain"); }
        }

        public String name() { return "weather"; }
        public String title() { return "Weather"; }
        public Class<Settings> settingsType() { return Settings.class; }
        public CheckPlan plan(Settings settings, CheckContext context) {
          return CheckPlan.ask(new Look("here"));
        }
        public Evaluation evaluate(Settings settings, CheckContext context, Observations seen) {
          String weather = seen.of(new Look("here")).weather();
          return Evaluation.of("it is " + weather, List.of(Assertion.of(
              "weather", settings.expect(), weather, weather.equals(settings.expect()))));
        }
      }
      """;

  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void build() throws IOException {
    Path source = Files.writeString(folder.resolve("WeatherCheck.java"), SOURCE);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int code =
        compiler.run(
            null,
            null,
            null,
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            "-proc:none",
            source.toString());
    assertThat(code).isZero();
    jar = pack(classes);
  }

  @Test
  void isFoundAndRun() throws IOException {
    Cli run =
        Cli.run("validate", "-c", config("rain"), "--plugins", jar.toString(), "-o", "markdown=-");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PASS.code());
    assertThat(run.out()).contains("## Weather").contains("it is rain").contains("look up");
  }

  @Test
  void canFail() throws IOException {
    Cli run =
        Cli.run("validate", "-c", config("sun"), "--plugins", folder.toString(), "-o", "json=-");

    assertThat(run.code()).isEqualTo(ExitCode.FAIL.code());
  }

  @Test
  void standsInTheReferenceAndInTheSchema() {
    assertThat(Cli.run("checks", "--plugins", jar.toString()).out()).contains("weather");
    assertThat(Cli.run("checks", "weather", "--plugins", jar.toString()).out())
        .contains("The weather to expect.");
    assertThat(Cli.run("schema", "--plugins", jar.toString()).out()).contains("\"weather\"");
  }

  @Test
  void isUnknownWithoutItsJar() throws IOException {
    Cli run = Cli.run("validate", "-c", config("rain"));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("weather").contains("config.yaml:4:");
  }

  @Test
  void aPathThatIsNoPluginIsAnError() {
    Cli run = Cli.run("checks", "--plugins", folder.resolve("nothing").toString());

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("neither a jar nor a folder of jars");
  }

  private String config(String weather) throws IOException {
    String yaml =
        """
        version: 1
        checks:
          - id: sky
            type: weather
            expect: %s
        """
            .formatted(weather);
    return Files.writeString(folder.resolve("config.yaml"), yaml).toString();
  }

  private Path pack(Path classes) throws IOException {
    Path target = folder.resolve("weather.jar");
    try (OutputStream file = Files.newOutputStream(target);
        JarOutputStream out = new JarOutputStream(file)) {
      add(out, "META-INF/services/dev.stageproof.spi.CheckType", "com.acme.WeatherCheck");
      add(out, "META-INF/services/dev.stageproof.spi.Probe", "com.acme.WeatherCheck$Window");
      for (String name : List.of("", "$Settings", "$Look", "$Sky", "$Window")) {
        String entry = "com/acme/WeatherCheck" + name + ".class";
        out.putNextEntry(new JarEntry(entry));
        Files.copy(classes.resolve(entry), out);
      }
    }
    return target;
  }

  private static void add(JarOutputStream out, String name, String text) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(text.getBytes(UTF_8));
  }
}
