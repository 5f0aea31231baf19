package dev.stageproof.probes.pythonsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The reader and Python's own parser find the same names. */
@Timeout(60)
class AgainstPythonTest {

  private static final List<String> STATEMENTS =
      List.of(
          "%s = 1",
          "%s, (%s, *%s) = x",
          "%s: int = 1",
          "%s: int",
          "%s += 1",
          "import %s.%s",
          "import %s as %s",
          "from .%s import %s as %s",
          "from %s import *",
          "def %s(x=(%s := 1)): y = 1",
          "async def %s(): return [%s for %s in x]",
          "class %s(%s): %s = 1",
          "print(%s := 1)",
          "[(%s := y) for %s in z]",
          "f = lambda %s: (%s := 1)",
          "raise %s",
          "%s = f'{x:{y}}' 'a = 1'",
          "x[%s] = %s.y = 1",
          "%s = '''\na = 1\n'''",
          "pass; %s = 2",
          "%s = (1 if x else\n 2)");

  private static final List<String> HEADS =
      List.of(
          "if %s:",
          "if TYPE_CHECKING:",
          "if (%s := f()):",
          "for %s, %s in x:",
          "while %s:",
          "with x as %s:",
          "with (x as %s, y as (%s, z)):",
          "def %s():",
          "class %s:");

  @TempDir Path folder;

  @BeforeAll
  static void needsPython() {
    Tools.require("python3");
  }

  @Test
  void onMadeUpModules() throws IOException {
    Random random = new Random(7);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      StringBuilder source = new StringBuilder();
      block(source, random, "", 3);
      files.add(Files.writeString(folder.resolve("m" + i + ".py"), source));
    }

    assertThat(AgainstPython.differences(files)).isEmpty();
  }

  private static void block(StringBuilder source, Random random, String indent, int depth) {
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      if (depth == 0 || random.nextInt(3) > 0) {
        source.append(indent).append(named(pick(STATEMENTS, random), random)).append('\n');
      } else if (random.nextInt(3) == 0) {
        source.append(indent).append("try:\n");
        block(source, random, indent + "  ", depth - 1);
        source.append(indent).append("except E as error:\n");
        block(source, random, indent + "\t", depth - 1);
        clause(source, random, indent, "else:", depth);
        clause(source, random, indent, "finally:", depth);
      } else {
        String head = pick(HEADS, random);
        source.append(indent).append(named(head, random)).append('\n');
        block(source, random, indent + "    ", depth - 1);
        if (head.startsWith("if")) {
          clause(source, random, indent, named("elif %s:", random), depth);
          clause(source, random, indent, "else:", depth);
        }
      }
    }
  }

  private static void clause(
      StringBuilder source, Random random, String indent, String head, int depth) {
    if (random.nextBoolean()) {
      source.append(indent).append(head).append('\n');
      block(source, random, indent + " ", depth - 1);
    }
  }

  private static String pick(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static String named(String form, Random random) {
    String text = form;
    while (text.contains("%s")) {
      text = text.replaceFirst("%s", String.valueOf((char) ('a' + random.nextInt(12))));
    }
    return text;
  }

  @Test
  void onPythonsOwnModules() throws Exception {
    Process python =
        new ProcessBuilder("python3", "-c", "import os; print(os.path.dirname(os.__file__))")
            .start();
    Path library =
        Path.of(new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    List<Path> files = new ArrayList<>();
    for (String part : List.of("", "asyncio", "collections", "email", "json", "unittest")) {
      try (Stream<Path> found = Files.list(library.resolve(part))) {
        found
            .filter(file -> file.toString().endsWith(".py"))
            .sorted()
            .limit(60)
            .forEach(files::add);
      }
    }

    assertThat(files).hasSizeGreaterThan(100);
    assertThat(AgainstPython.differences(files)).isEmpty();
  }

  @Test
  void aDifferenceIsSeen() throws IOException {
    Path file = Files.writeString(folder.resolve("one.py"), "f'{(x := 1)}'");

    assertThat(AgainstPython.differences(List.of(file)))
        .containsExactly(file + ": [] *[], but Python says [x] *[]");
  }
}
