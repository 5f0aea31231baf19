package dev.stageproof.checks.pythonimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code probe.py} answers.
 *
 * @param python the interpreter's version
 * @param tooOld true when it is too old for the probe, which then did nothing else
 * @param missingPath entries of the path that do not exist; if any, nothing was imported
 * @param imports one for each wanted import, in order
 * @param absent one for each unwanted import, in order
 */
record Answer(
    String python,
    boolean tooOld,
    List<String> missingPath,
    List<Attempt> imports,
    List<Absence> absent) {

  private static final String MARK = "--- stageproof python-import ---\n";

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?m)^"
              + Pattern.quote(MARK.strip())
              + " (?<number>\\d{1,6})/(?<total>\\d{1,6}) (?<part>[A-Za-z0-9+/=]+)$");

  private static final ObjectReader READER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build()
          .readerFor(Answer.class);

  Answer {
    missingPath = missingPath == null ? List.of() : List.copyOf(missingPath);
    imports = imports == null ? List.of() : List.copyOf(imports);
    absent = absent == null ? List.of() : List.copyOf(absent);
  }

  /**
   * One import tried.
   *
   * @param qualifiedName the object's own module and name; empty for objects that have none
   * @param kind "class", "function", "module", …; present when it was imported
   * @param file the file that defines the object, from the working directory when it lies below
   * @param error the exception's class, when it was not imported
   * @param message the exception's message, on one line
   * @param origin file and line that raised it; empty for the import itself
   * @param gone true when the error says that just this does not exist
   * @param nearest existing names that look like the missing one
   * @param warnings what was emitted while it was imported, now or the first time
   * @param callable whether it can be called, when it was imported
   * @param members the names of its members, when it is an enumeration
   * @param same how it compares with another import, when that was asked
   */
  record Attempt(
      boolean imported,
      Optional<String> qualifiedName,
      Optional<String> kind,
      Optional<String> file,
      Optional<String> error,
      Optional<String> message,
      Optional<String> origin,
      boolean gone,
      List<String> nearest,
      List<Warned> warnings,
      Optional<Boolean> callable,
      Optional<List<String>> members,
      Optional<Same> same) {

    /** "class a.b.C in a/b.py", or the exception. */
    String shown() {
      if (!imported) {
        return error.orElse("an error")
            + message.filter(text -> !text.isEmpty()).map(text -> ": " + text).orElse("")
            + origin.map(place -> " (" + place + ")").orElse("");
      }
      return kind.orElse("object")
          + qualifiedName.map(name -> " " + name).orElse("")
          + file.map(path -> " in " + path).orElse("");
    }
  }

  /**
   * Another import that was compared with one.
   *
   * @param identical true when both are the very same object
   */
  record Same(Attempt other, boolean identical) {}

  /**
   * A warning.
   *
   * @param category its class
   * @param deprecation true for DeprecationWarning and its subclasses
   */
  record Warned(String category, String message, boolean deprecation) {}

  /**
   * An import that must not work.
   *
   * @param control the import of what is around it; empty for a top-level module
   */
  record Absence(Optional<Attempt> control, Attempt target) {}

  /** The answer in what the process wrote; empty when there is none that can be read. */
  static Optional<Answer> in(String stdout) {
    int mark = stdout.lastIndexOf(MARK);
    if (mark < 0) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(READER.readValue(stdout.substring(mark + MARK.length())));
    } catch (JsonProcessingException e) {
      // Cut off in the middle or written by something else: no answer, which the caller reports.
      return Optional.empty();
    }
  }

  /** The answer in numbered lines; empty when one is missing, or none can be read. */
  static Optional<Answer> inNumberedLines(String stdout) {
    SortedMap<Integer, String> parts = new TreeMap<>();
    Matcher line = NUMBERED.matcher(stdout);
    int total = 0;
    while (line.find()) {
      total = Integer.parseInt(line.group("total"));
      parts.put(Integer.parseInt(line.group("number")), line.group("part"));
    }
    if (total == 0 || parts.size() != total) {
      return Optional.empty();
    }
    try {
      byte[] json = Base64.getDecoder().decode(String.join("", parts.values()));
      return in(MARK + new String(json, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // Written by something else: no answer, which the caller reports.
      return Optional.empty();
    }
  }

  /** True when everything asked was answered. */
  boolean covers(PythonImportSettings settings) {
    return imports.size() == settings.imports().size() && absent.size() == settings.absent().size();
  }
}
