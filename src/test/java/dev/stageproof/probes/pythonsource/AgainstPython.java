package dev.stageproof.probes.pythonsource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds this reader against Python's own parser. */
final class AgainstPython {

  private static final JsonMapper JSON = new JsonMapper();

  private AgainstPython() {}

  /** One line for each file on which the two do not agree. */
  static List<String> differences(List<Path> files) throws IOException {
    Process python =
        new ProcessBuilder("python3", "src/test/resources/python/ast_names.py")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread writer =
        new Thread(
            () -> {
              try (var out = python.getOutputStream()) {
                for (Path file : files) {
                  out.write((file + "\n").getBytes(StandardCharsets.UTF_8));
                }
              } catch (IOException e) {
                python.destroy();
              }
            });
    writer.start();
    List<String> differences = new ArrayList<>();
    try (BufferedReader answers = python.inputReader(StandardCharsets.UTF_8)) {
      for (Path file : files) {
        JsonNode expected = JSON.readTree(answers.readLine());
        if (!expected.has("error")) {
          String actual = actual(Files.readAllBytes(file), expected);
          String wanted =
              new TreeSet<>(texts(expected.get("names"))) + " *" + texts(expected.get("stars"));
          if (!actual.equals(wanted)) {
            differences.add(file + ": " + actual + ", but Python says " + wanted);
          }
        }
      }
    }
    return differences;
  }

  private static String actual(byte[] source, JsonNode expected) {
    try {
      ModuleSource module = ModuleSource.read(source);
      Set<String> names = new TreeSet<>(module.names().keySet());
      names.removeAll(texts(expected.get("deleted")));
      return names + " *" + module.stars().stream().map(ModuleSource.Star::module).toList();
    } catch (UnreadableSource e) {
      return e.getMessage();
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}
