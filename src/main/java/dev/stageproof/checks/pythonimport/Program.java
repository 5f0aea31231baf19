package dev.stageproof.checks.pythonimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.stageproof.checks.places.JobChoice;
import dev.stageproof.observe.ProcessRequest;
import dev.stageproof.observe.PythonName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The process that imports everything one check asks for. */
final class Program {

  private static final String SCRIPT = script();

  /** ASCII only, so that the argument arrives whatever the locale is. */
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build()
          .writer();

  private record Target(
      String module,
      Optional<String> name,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<PythonName> sameAs) {}

  private record Argument(List<String> path, List<Target> imports, List<Target> absent) {}

  private Program() {}

  /** The same settings give the same request. */
  static ProcessRequest of(PythonImportSettings settings, Path directory) {
    Path folder = directory.toAbsolutePath().normalize();
    // -B: no __pycache__ in folders that are not ours. -: the script comes from standard input.
    List<String> argv =
        List.of(interpreter(settings.interpreter(), folder), "-B", "-", argument(settings));
    return new ProcessRequest(argv, Optional.of(SCRIPT), folder.toString(), settings.env());
  }

  /** The same program in the revision's image: nothing but arguments reaches it there. */
  static JobChoice.Program inImage(PythonImportSettings settings) {
    List<String> argv =
        List.of(settings.interpreter(), "-B", "-c", SCRIPT, argument(settings), "base64");
    return new JobChoice.Program(argv, settings.env(), Optional.empty());
  }

  private static String interpreter(String program, Path folder) {
    return program.contains("/") ? folder.resolve(program).toString() : program;
  }

  private static String argument(PythonImportSettings settings) {
    Argument argument =
        new Argument(
            settings.path(),
            settings.imports().stream()
                .map(
                    one ->
                        new Target(one.module(), one.name(), one.sameAs().map(OtherName::python)))
                .toList(),
            settings.absent().stream()
                .map(one -> new Target(one.module(), one.name(), Optional.empty()))
                .toList());
    try {
      return WRITER.writeValueAsString(argument);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and lists can always be written", e);
    }
  }

  private static String script() {
    try (InputStream script = Program.class.getResourceAsStream("probe.py")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("probe.py is part of the program", e);
    }
  }
}
