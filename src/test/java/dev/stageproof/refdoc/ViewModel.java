package dev.stageproof.refdoc;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template sees: every record that can be reached from one, as the author of a template
 * would call it. Types are the classes'; meanings are the comments of their sources.
 */
final class ViewModel {

  /** A code span that could be a record's name. */
  static final Pattern NAMED = Pattern.compile("`(\\p{Lu}[\\w.]*)`");

  private final Sources sources;
  private final Map<Class<?>, Entry> entries = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * One record, or an interface that several records have in common.
   *
   * @param name "CheckView", "CheckView.Row"
   * @param template the name of the section's template, when it is a section
   * @param kinds the names of the records that have it in common
   */
  record Entry(
      String name,
      String meaning,
      Optional<String> template,
      List<Part> parts,
      List<String> kinds) {}

  /**
   * What can be asked of a record.
   *
   * @param type what it is: "text", "list of `CheckView`, or absent"
   */
  record Part(String name, String type, String meaning) {}

  private ViewModel(Sources sources) {
    this.sources = sources;
  }

  /**
   * The model below a record, it first and the others depth first.
   *
   * @throws IllegalStateException when something in it is not described; names all of it
   */
  static ViewModel of(Class<?> root, Sources sources) {
    ViewModel model = new ViewModel(sources);
    model.visit(root);
    model.entries.values().forEach(model::checkNames);
    if (!model.problems.isEmpty()) {
      throw new IllegalStateException(
          "authors of templates are not told:\n" + String.join("\n", model.problems));
    }
    return model;
  }

  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  private void visit(Class<?> type) {
    if (entries.containsKey(type)) {
      return;
    }
    List<Class<?>> kinds = type.isSealed() ? List.of(type.getPermittedSubclasses()) : List.of();
    List<Part> parts = new ArrayList<>();
    entries.put(
        type,
        new Entry(
            name(type),
            meaning(type),
            sources.returned(type, "template"),
            Collections.unmodifiableList(parts),
            kinds.stream().map(ViewModel::name).toList()));
    for (RecordComponent component : components(type)) {
      parts.add(part(type, component.getName(), component.getGenericType()));
    }
    if (type.isInterface()) {
      methods(type).forEach(it -> parts.add(part(type, it.getName(), it.getGenericReturnType())));
    }
    kinds.forEach(this::visit);
  }

  private static List<RecordComponent> components(Class<?> type) {
    return type.isRecord() ? List.of(type.getRecordComponents()) : List.of();
  }

  private static List<Method> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private Part part(Class<?> owner, String name, Type type) {
    String after =
        type instanceof ParameterizedType it && raw(it) == Optional.class ? ", or absent" : "";
    Type whole = after.isEmpty() ? type : argument(type);
    String before =
        whole instanceof ParameterizedType it && raw(it) == List.class ? "list of " : "";
    Type single = before.isEmpty() ? whole : argument(whole);
    Optional<Class<?>> record = record(single);
    record.ifPresent(this::visit);
    String word =
        record.map(it -> "`" + name(it) + "`").orElseGet(() -> simple(owner, name, single));
    return new Part(name, before + word + after, meaning(owner, name, record));
  }

  private static Class<?> raw(ParameterizedType type) {
    return (Class<?>) type.getRawType();
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  private static Optional<Class<?>> record(Type type) {
    return type instanceof Class<?> it && (it.isRecord() || it.isSealed())
        ? Optional.of(it)
        : Optional.empty();
  }

  private String simple(Class<?> owner, String name, Type type) {
    if (type == String.class) {
      return "text";
    }
    if (type == boolean.class) {
      return "yes or no";
    }
    if (type == int.class || type == long.class) {
      return "number";
    }
    problems.add(name(owner) + "." + name + ": what " + type.getTypeName() + " is in a template");
    return "";
  }

  private String meaning(Class<?> type) {
    Optional<String> meaning = sources.of(type);
    if (meaning.isEmpty()) {
      problems.add(name(type) + ": what it is; give it a comment");
    }
    return meaning.orElse("");
  }

  /** Its own; what an interface says of it; or, for a record, what that record is. */
  private String meaning(Class<?> owner, String name, Optional<Class<?>> record) {
    Optional<String> meaning =
        sources
            .component(owner, name)
            .or(() -> owner.isInterface() ? method(owner, name) : Optional.empty())
            .or(() -> inherited(owner, name))
            .or(() -> record.flatMap(sources::of).map(ViewModel::firstSentence));
    if (meaning.isEmpty()) {
      problems.add(name(owner) + "." + name + ": what it means; give the record a @param " + name);
    }
    return meaning.map(ViewModel::sentence).orElse("");
  }

  private Optional<String> inherited(Class<?> owner, String name) {
    return Arrays.stream(owner.getInterfaces())
        .flatMap(it -> method(it, name).stream())
        .findFirst();
  }

  private Optional<String> method(Class<?> owner, String name) {
    return sources.of(owner.getCanonicalName() + "." + name);
  }

  /** A comment may name what a template sees, and nothing else of ours. */
  private void checkNames(Entry entry) {
    check(entry.name, entry.meaning);
    entry.parts.forEach(part -> check(entry.name + "." + part.name, part.meaning));
  }

  private void check(String place, String meaning) {
    Matcher named = NAMED.matcher(meaning);
    while (named.find()) {
      String name = named.group(1);
      if (entries.values().stream().noneMatch(entry -> entry.name.equals(name))) {
        problems.add(place + ": what " + name + " is; a template does not see it");
      }
    }
  }

  static String firstSentence(String text) {
    return text.split("(?<=[.]) ", 2)[0];
  }

  /** A comment's words as a sentence; a comment may be an example and no more. */
  static String sentence(String text) {
    String words = text.startsWith("\"") ? "for example " + text : text;
    String first = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return first.endsWith(".") ? first : first + ".";
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return outer == null || !outer.isRecord()
        ? type.getSimpleName()
        : name(outer) + "." + type.getSimpleName();
  }
}
