package dev.stageproof.checks.classpresence;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which classes have to be where, and which must be gone. */
@Doc(
    "Classes that must, or must not, be found in jars and folders. Class files are read; nothing is"
        + " loaded or run. Nested jars are searched too, Spring Boot's included; of a multi-release"
        + " jar only the base variant of a class counts.")
public record ClassPresenceSettings(
    @Doc(
            value =
                "Where to look, seen from the configuration's folder: jars, folders that are roots"
                    + " of class files, and `folder/*` for all jars of a folder.",
            example = "[../target/app.jar]",
            required = true)
        @OneOrMany
        List<String> classPath,
    @Doc(value = "Classes that must be there.", example = "[{name: com.acme.Api}]")
        List<Present> present,
    @Doc(
            value = "Classes that must not be there, by binary name.",
            example = "[com.acme.LegacyApi, com.acme.Outer$Inner]")
        @OneOrMany
        List<String> absent,
    @Doc(
            value = "How many classes must have been seen before an absence counts.",
            def = "1",
            example = "100")
        int minClasses) {

  private static final String IDENTIFIER = "[^\\s./;\\[\\]<>:\\\\]+";
  private static final Pattern BINARY_NAME =
      Pattern.compile(IDENTIFIER + "(\\." + IDENTIFIER + ")*");

  /** A class that must be there. */
  @Doc("A class that must be there.")
  public record Present(
      @Doc(value = "Its binary name.", example = "com.acme.Outer$Inner") String name,
      @Doc(value = "Methods that it must declare itself, by name.", example = "[handle]")
          List<String> methods,
      @Doc(value = "The class that it must extend directly.", example = "com.acme.Base")
          Optional<String> superclass,
      @Doc(value = "Interfaces that it must name itself.", example = "[java.lang.Runnable]")
          List<String> interfaces) {
    public Present {
      requireName("name", name);
      superclass.ifPresent(text -> requireName("superclass", text));
      interfaces.forEach(text -> requireName("interfaces", text));
      methods = List.copyOf(methods);
      interfaces = List.copyOf(interfaces);
    }
  }

  public ClassPresenceSettings {
    if (present.isEmpty() && absent.isEmpty()) {
      throw new InvalidSetting("present", "name at least one class, in `present` or in `absent`");
    }
    if (minClasses < 1) {
      throw new InvalidSetting("min-classes", "`min-classes` is 1 or more: " + minClasses);
    }
    absent.forEach(name -> requireName("absent", name));
    classPath = List.copyOf(classPath);
    present = List.copyOf(present);
    absent = List.copyOf(absent);
  }

  private static void requireName(String key, String name) {
    if (!BINARY_NAME.matcher(name).matches()) {
      throw new InvalidSetting(
          key, "a class is named with dots, com.acme.Outer$Inner: `" + name + "`");
    }
  }
}
