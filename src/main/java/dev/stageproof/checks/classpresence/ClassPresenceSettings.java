package dev.stageproof.checks.classpresence;

import dev.stageproof.checks.places.ImageSettings;
import dev.stageproof.checks.places.Where;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.model.ShortForm;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which classes have to be where, and which must be gone. */
@Doc(
    "Classes that must, or must not, be found in jars and folders: of this machine, or of the"
        + " revision's image. Class files are read; nothing is loaded or run. Nested jars are"
        + " searched too, Spring Boot's included, and what a manifest adds to the class path.")
public record ClassPresenceSettings(
    @Doc(value = "Where to look: `local` or `image`.", def = "local", example = "image")
        Where where,
    @Doc("The image to look into; by default the image of the revision under test.")
        Optional<ImageSettings> image,
    @Doc(
            value =
                "Where to look: jars, folders that are roots of class files, and `folder/*` for"
                    + " all jars of a folder. On this machine seen from the configuration's folder,"
                    + " and required; in an image absolute, and by default the class path of the"
                    + " program that the image starts.",
            example = "[../target/app.jar]")
        @OneOrMany
        List<String> classPath,
    @Doc(
            value =
                "The Java that loads the classes: of a multi-release jar its variant of a class"
                    + " counts. By default the Java that the image has, where it tells; else only"
                    + " base variants count, and the report names the others.",
            example = "17")
        Optional<Integer> javaRelease,
    @Doc(value = "Classes that must be there.", example = "[{name: com.acme.Api}]")
        List<Present> present,
    @Doc(
            value =
                "Classes that must not be there, by binary name. A name that is mistyped is not"
                    + " there either, so an absence counts only beside other classes of its"
                    + " package, or of the package around it, or beside its `control`, or where"
                    + " `min-classes` is more than 1.",
            example = "[com.acme.LegacyApi, com.acme.Outer$Inner]")
        @OneOrMany
        List<Absent> absent,
    @Doc(
            value = "How many classes must have been seen before an absence counts.",
            def = "1",
            example = "100")
        int minClasses) {

  private static final int OLDEST = 8;
  private static final String IDENTIFIER = "[^\\s./;\\[\\]<>:\\\\()]+";
  private static final String NAME = IDENTIFIER + "(\\." + IDENTIFIER + ")*";
  private static final Pattern BINARY_NAME = Pattern.compile(NAME);
  private static final String PARAMETER = "\\s*" + NAME + "(\\[\\])*\\s*";
  private static final Pattern METHOD =
      Pattern.compile(IDENTIFIER + "(\\((\\s*|" + PARAMETER + "(," + PARAMETER + ")*)\\))?");

  /** A class that must be there. */
  @Doc("A class that must be there.")
  public record Present(
      @Doc(value = "Its binary name.", example = "com.acme.Outer$Inner") String name,
      @Doc(
              value =
                  "Methods that it must declare itself, by name, or with the types of their"
                      + " parameters.",
              example = "[handle, 'handle(java.lang.String, int[])']")
          List<String> methods,
      @Doc(value = "The class that it must extend directly.", example = "com.acme.Base")
          Optional<String> superclass,
      @Doc(value = "Interfaces that it must name itself.", example = "[java.lang.Runnable]")
          List<String> interfaces,
      @Doc(
              value =
                  "Annotations that it must have itself; those that only the source keeps can't be"
                      + " seen.",
              example = "[java.lang.Deprecated]")
          List<String> annotations,
      @Doc(
              value =
                  "The version of the jar that holds it: bounds, or one version, in which `*`"
                      + " stands for anything. Read from the manifest's `Implementation-Version` or"
                      + " `Bundle-Version`, Maven's `pom.properties`, else the jar's name.",
              example = "'>=2.3, <3'")
          Optional<VersionRange> jarVersion,
      @Doc(
              value = "Whether it must be there only once on the whole class path.",
              def = "false",
              example = "true")
          boolean unique) {
    public Present {
      requireName("name", name);
      superclass.ifPresent(text -> requireName("superclass", text));
      interfaces.forEach(text -> requireName("interfaces", text));
      annotations.forEach(text -> requireName("annotations", text));
      methods.forEach(Present::requireMethod);
      methods = List.copyOf(methods);
      interfaces = List.copyOf(interfaces);
      annotations = List.copyOf(annotations);
    }

    private static void requireMethod(String method) {
      if (!METHOD.matcher(method).matches()) {
        throw new InvalidSetting(
            "methods",
            "a method is named handle or handle(java.lang.String, int[]): `" + method + "`");
      }
    }
  }

  /** A class that must not be there. */
  @Doc("A class that must not be there.")
  @ShortForm("name")
  public record Absent(
      @Doc(value = "Its binary name.", example = "com.acme.LegacyApi") String name,
      @Doc(
              value = "A class that must be there, or else the absence proves nothing.",
              example = "com.acme.Api")
          Optional<String> control) {
    public Absent {
      requireName("name", name);
      control.ifPresent(text -> requireName("control", text));
    }
  }

  public ClassPresenceSettings {
    if (present.isEmpty() && absent.isEmpty()) {
      throw new InvalidSetting("present", "name at least one class, in `present` or in `absent`");
    }
    if (minClasses < 1) {
      throw new InvalidSetting("min-classes", "`min-classes` is 1 or more: " + minClasses);
    }
    if (javaRelease.filter(number -> number < OLDEST).isPresent()) {
      throw new InvalidSetting("java-release", "`java-release` is 8 or more: " + javaRelease.get());
    }
    requirePlace(where, image, classPath);
    classPath = List.copyOf(classPath);
    present = List.copyOf(present);
    absent = List.copyOf(absent);
  }

  private static void requirePlace(
      Where where, Optional<ImageSettings> image, List<String> classPath) {
    if (where == Where.CLOUD_RUN_JOB) {
      throw new InvalidSetting("where", "class files are read, not run: `local` or `image`");
    }
    if (where == Where.LOCAL && image.isPresent()) {
      throw new InvalidSetting("image", "`image` is for `where: image`");
    }
    if (where == Where.LOCAL && classPath.isEmpty()) {
      throw new InvalidSetting("class-path", "on this machine, `class-path` says where to look");
    }
    if (where == Where.IMAGE) {
      classPath.stream()
          .filter(path -> !path.startsWith("/"))
          .findFirst()
          .ifPresent(
              path -> {
                throw new InvalidSetting(
                    "class-path", "in an image, a path is absolute: `" + path + "`");
              });
    }
  }

  private static void requireName(String key, String name) {
    if (!BINARY_NAME.matcher(name).matches()) {
      throw new InvalidSetting(
          key, "a class is named with dots, com.acme.Outer$Inner: `" + name + "`");
    }
  }
}
