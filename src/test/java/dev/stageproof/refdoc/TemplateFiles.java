package dev.stageproof.refdoc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the built-in templates say of themselves: in the comment that each begins with. */
final class TemplateFiles {
  private static final Pattern HEAD = Pattern.compile("\\A<#--(.*?)-->", Pattern.DOTALL);
  private static final Pattern MACRO =
      Pattern.compile(
          "<#-- ((?:(?!-->).)*) -->\\n<#macro (\\w+)([^>]*)>((?:(?!</#macro>)[\\s\\S])*)");
  private static final Pattern BEGUN = Pattern.compile("<#macro (\\w+)");

  private final Path folder;

  /** Below the folder is one for each format. */
  TemplateFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * A template, of every format that has one of its name.
   *
   * @param name "sections/check.ftl"
   * @param comment empty for what is no template but taken as it is, and for a section's template,
   *     which needs none
   */
  record Named(String name, List<String> formats, Optional<String> comment) {}

  /**
   * A macro.
   *
   * @param call "&lt;@ref link=… />"
   */
  record Macro(String call, String comment) {}

  /** All files, by name; those in the formats' own folders first. */
  List<Named> all() throws IOException {
    SortedMap<String, Named> files = new TreeMap<>(TemplateFiles::order);
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        Path within = folder.relativize(file);
        String format = within.getName(0).toString();
        String name = within.subpath(1, within.getNameCount()).toString();
        files.merge(
            name,
            new Named(name, List.of(format), comment(Files.readString(file))),
            TemplateFiles::both);
      }
    }
    return List.copyOf(files.values());
  }

  private static int order(String one, String other) {
    int deeper = Boolean.compare(one.contains("/"), other.contains("/"));
    return deeper != 0 ? deeper : one.compareTo(other);
  }

  private static Named both(Named one, Named other) {
    if (!one.comment.equals(other.comment)) {
      throw new IllegalStateException(
          one.name + " begins with different comments in " + one.formats + " and " + other.formats);
    }
    List<String> formats = new ArrayList<>(one.formats);
    formats.addAll(other.formats);
    return new Named(one.name, List.copyOf(formats), one.comment);
  }

  private static Optional<String> comment(String text) {
    Matcher head = HEAD.matcher(text);
    return head.find()
        ? Optional.of(head.group(1).replaceAll("\\s+", " ").strip())
        : Optional.empty();
  }

  /** The macros of a file; each has a comment right before it. */
  List<Macro> macros(String file) throws IOException {
    String text = Files.readString(folder.resolve(file));
    List<Macro> macros = MACRO.matcher(text).results().map(TemplateFiles::macro).toList();
    if (macros.size() != BEGUN.matcher(text).results().count()) {
      throw new IllegalStateException(file + ": a macro has no comment right before it");
    }
    return macros;
  }

  private static Macro macro(MatchResult found) {
    String name = found.group(2);
    String begin = "<@" + name + found.group(3).replaceAll("(?<=\\w)(?= |$)", "=…");
    String end = found.group(4).contains("<#nested>") ? ">…</@" + name + ">" : " />";
    return new Macro(begin + end, found.group(1));
  }
}
