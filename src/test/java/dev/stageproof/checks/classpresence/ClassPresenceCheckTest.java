package dev.stageproof.checks.classpresence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.classpresence.ClassPresenceSettings.Absent;
import dev.stageproof.checks.classpresence.ClassPresenceSettings.Present;
import dev.stageproof.checks.places.ImageSettings;
import dev.stageproof.checks.places.Where;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassFilesObservation.Declared;
import dev.stageproof.observe.ClassFilesObservation.Found;
import dev.stageproof.observe.ClassFilesObservation.JarVersion;
import dev.stageproof.observe.ClassFilesObservation.Missing;
import dev.stageproof.observe.ClassFilesObservation.Place;
import dev.stageproof.observe.ClassFilesObservation.Spot;
import dev.stageproof.observe.ClassFilesObservation.Variant;
import dev.stageproof.observe.ClassFilesRequest;
import dev.stageproof.observe.ClassQuestions;
import dev.stageproof.probes.Deadline;
import dev.stageproof.probes.classfiles.ClassFilesProbe;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ClassPresenceCheckTest {

  private static final Path FOLDER = Path.of("/app/config");
  private static final String API = "com.acme.Api";

  private final ClassPresenceCheck check = new ClassPresenceCheck();

  @Test
  void asksOnceForAllClassesInAllPlaces() {
    ClassPresenceSettings settings =
        local(
            List.of("../app.jar", "lib/*", "/opt/classes"),
            Optional.of(17),
            List.of(present(API)),
            List.of(
                new Absent("com.acme.Gone", Optional.of("com.acme.Control")),
                new Absent(API, Optional.empty())),
            1);

    assertThat(check.plan(settings, context(FOLDER)))
        .isEqualTo(
            CheckPlan.ask(
                new ClassFilesRequest(
                    List.of("/app/app.jar", "/app/config/lib/*", "/opt/classes"),
                    new ClassQuestions(
                        List.of(API, "com.acme.Gone", "com.acme.Control"), Optional.of(17)))));
  }

  @Test
  void passesWhenAllIsAsExpected() {
    Evaluation result =
        evaluate(settings(1), seen(List.of(FOUND), List.of(missing("com.acme.Gone", 12, 300))));

    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
    assertThat(result.headline()).isEqualTo("1 of 1 present, 1 of 1 absent in 412 classes");
    assertThat(result.assertions())
        .containsExactly(
            Assertion.of(API, "present", "in ../app.jar!/BOOT-INF/lib/api.jar", true),
            Assertion.of(API + " on the class path", "once", "once", true),
            Assertion.of("method run of com.acme.Api", "declared", "declared", true),
            Assertion.of(
                "method run(int, java.lang.String[]) of com.acme.Api",
                "declared",
                "declared",
                true),
            Assertion.of("superclass of com.acme.Api", "com.acme.Base", "com.acme.Base", true),
            Assertion.of(
                "interface java.lang.Runnable of com.acme.Api", "implemented", "implemented", true),
            Assertion.of("annotation com.acme.Kept of com.acme.Api", "present", "present", true),
            Assertion.of(
                "version of the jar with com.acme.Api", ">=2.3", "2.10.1, by its file name", true),
            Assertion.of(
                "com.acme.Gone",
                "absent",
                "not among 412 classes; 12 classes are in com.acme",
                true));
    assertThat(result.excerpts())
        .containsExactly(
            Excerpt.of("class path searched", "jar ../app.jar: 412 classes, 1 nested jar"));
    assertThat(result.remarks())
        .containsExactly("Seen on this machine, with ../app.jar: not bound to the revision.");
  }

  @Test
  void failsOnAMissingClassAndNamesTheNearest() {
    Missing api = new Missing(API, List.of("com.acme.v2.Api"), 0, 0);

    Evaluation result =
        evaluate(settings(1), seen(List.of(), List.of(api, missing("com.acme.Gone", 1, 1))));

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.headline())
        .isEqualTo(
            "0 of 1 present, 1 of 1 absent in 412 classes; com.acme.Api: not among 412 classes");
    assertThat(result.assertions().get(0))
        .isEqualTo(
            new Assertion(
                API,
                "present",
                "not among 412 classes",
                Outcome.FAIL,
                Optional.of("Nearest names: com.acme.v2.Api.")));
    assertThat(result.assertions().subList(1, 8))
        .extracting(Assertion::outcome)
        .containsOnly(Outcome.INCONCLUSIVE);
  }

  @Test
  void failsOnAClassThatIsNotAsExpected() {
    Spot spot = spot("/app/app.jar", Optional.of(new JarVersion("2.3-rc1", "Bundle-Version")));
    Found other =
        new Found(
            API,
            spot,
            new Declared("java.lang.Object", List.of(), List.of("stop()"), List.of("a.B")));

    Evaluation result = evaluate(settings(1), seen(List.of(other), List.of(around())));

    assertThat(result.assertions().subList(2, 8))
        .containsExactly(
            Assertion.of("method run of com.acme.Api", "declared", "not; has stop()", false),
            Assertion.of(
                "method run(int, java.lang.String[]) of com.acme.Api",
                "declared",
                "not; has stop()",
                false),
            Assertion.of("superclass of com.acme.Api", "com.acme.Base", "java.lang.Object", false),
            Assertion.of(
                "interface java.lang.Runnable of com.acme.Api",
                "implemented",
                "not; has none",
                false),
            Assertion.of(
                "annotation com.acme.Kept of com.acme.Api", "present", "not; has a.B", false),
            Assertion.of(
                "version of the jar with com.acme.Api",
                ">=2.3",
                "2.3-rc1, by its Bundle-Version",
                false));
  }

  @Test
  void aJarWithoutAVersionSettlesNothing() {
    Found found = new Found(API, spot("/app/app.jar", Optional.empty()), DECLARED);

    assertThat(evaluate(settings(1), seen(List.of(found), List.of(around()))).assertions())
        .contains(
            Assertion.unsettled(
                "version of the jar with com.acme.Api",
                ">=2.3",
                "not told by ../app.jar",
                "Let the build write `Implementation-Version` into the jar's manifest."));
  }

  @Test
  void aDuplicateIsNamedWithAllItsJars() {
    Found other = new Found(API, spot("/app/app.jar", Optional.empty()), DECLARED);
    Found root =
        new Found(
            API,
            new Spot(
                "/app/app.jar",
                "BOOT-INF/classes/com/acme/Api.class",
                Optional.empty(),
                Optional.empty()),
            DECLARED);

    assertThat(
            evaluate(settings(1), seen(List.of(FOUND, other, root), List.of(around())))
                .assertions())
        .contains(
            new Assertion(
                API + " on the class path",
                "once",
                "3 times: ../app.jar!/BOOT-INF/lib/api.jar, ../app.jar, ../app.jar"
                    + " (BOOT-INF/classes/com/acme/Api.class)",
                Outcome.FAIL,
                Optional.of("Java loads the first; take the others out of the build.")));
  }

  @Test
  void failsOnAClassThatShouldBeGone() {
    Found gone = new Found("com.acme.Gone", spot("/app/app.jar", Optional.empty()), DECLARED);

    Evaluation result = evaluate(settings(1), seen(List.of(FOUND, gone), List.of()));

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.assertions())
        .contains(
            Assertion.of("com.acme.Gone", "absent", "in ../app.jar (com/acme/Api.class)", false));
  }

  @Test
  void absenceAmongNoClassesIsInconclusive() {
    assertThat(absence(gone("com.acme.Gone"), 1, 0, missing("com.acme.Gone", 0, 0)))
        .isEqualTo(
            Assertion.unsettled(
                "com.acme.Gone",
                "absent, among at least 1 class",
                "not among 0 classes, too few to tell",
                "Correct `class-path`: a folder is a root of class files, and `folder/*` are its"
                    + " jars."));
    assertThat(absence(gone("com.acme.Gone"), 413, 412, missing("com.acme.Gone", 1, 1)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(absence(gone("com.acme.Gone"), 412, 412, missing("com.acme.Gone", 1, 1)).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void aNameThatNothingIsAroundMayBeMistyped() {
    assertThat(absence(gone("com.acmee.Gone"), 1, 412, missing("com.acmee.Gone", 0, 0)))
        .isEqualTo(
            Assertion.unsettled(
                "com.acmee.Gone",
                "absent",
                "not among 412 classes, none of which is in its package or the one around it",
                "Correct the name; if it is right, name a class that must be there as its"
                    + " `control`, or raise `min-classes`."));
    assertThat(absence(gone("com.acmee.Gone"), 2, 412, missing("com.acmee.Gone", 0, 0)))
        .isEqualTo(Assertion.of("com.acmee.Gone", "absent", "not among 412 classes", true));
  }

  /** Even with many classes seen: the package is mistyped, or the class has moved. */
  @Test
  void theSameNameInAnotherPackageIsNoAbsenceByItself() {
    Missing typo = new Missing("com.acme.legcy.Api", List.of("com.acme.legacy.Api"), 0, 300);

    assertThat(absence(gone("com.acme.legcy.Api"), 100, 412, typo))
        .isEqualTo(
            Assertion.unsettled(
                "com.acme.legcy.Api",
                "absent",
                "not among 412 classes; nothing is in its package, but com.acme.legacy.Api is"
                    + " there",
                "Correct the name; if it is right, name com.acme.legacy.Api as its `control`."));
  }

  @Test
  void aPackageThatIsGoneIsSeenByTheOneAroundIt() {
    Missing near = new Missing("com.acme.old.Api", List.of("com.acme.Apis"), 0, 300);

    assertThat(absence(gone("com.acme.old.Api"), 1, 412, near).actual())
        .isEqualTo(
            "not among 412 classes; 300 classes are in and below com.acme; nearest name"
                + " com.acme.Apis");
  }

  @Test
  void aControlHasToBeThere() {
    Absent controlled = new Absent("com.old.Gone", Optional.of(API));
    ClassPresenceSettings settings =
        local(List.of("a"), Optional.empty(), List.of(), List.of(controlled), 1);
    Missing gone = missing("com.old.Gone", 0, 0);

    assertThat(evaluate(settings, seen(List.of(FOUND), List.of(gone))).assertions())
        .containsExactly(
            Assertion.of(
                "com.old.Gone", "absent", "not among 412 classes; com.acme.Api is there", true));
    assertThat(
            evaluate(settings, seen(List.of(), List.of(gone, around(API, "com.acme.Ape"))))
                .assertions())
        .containsExactly(
            Assertion.unsettled(
                "com.old.Gone",
                "absent",
                "not among 412 classes, but neither is its control com.acme.Api",
                "Nearest names: com.acme.Ape. Correct the name, or `class-path`."));
  }

  @Test
  void aClassForSomeJavaIsThereOrNotByTheJava() {
    List<Missing> missing = List.of(missing(API, 3, 3));
    ClassFilesObservation seen =
        new ClassFilesObservation(
            List.of(), List.of(new Variant(API, "/app/app.jar", 17)), missing, List.of(), 412, 1);
    for (boolean wanted : List.of(true, false)) {
      List<Present> present = wanted ? List.of(present(API)) : List.of();
      List<Absent> absent = wanted ? List.of() : List.of(gone(API));
      List<String> place = List.of("../app.jar");

      assertThat(evaluate(local(place, Optional.empty(), present, absent, 1), seen).assertions())
          .containsExactly(
              Assertion.unsettled(
                  API,
                  wanted ? "present" : "absent",
                  "only for Java 17 and newer in ../app.jar",
                  "Name the Java that loads the classes in `java-release`."));
      assertThat(
              evaluate(local(place, Optional.of(11), present, absent, 1), seen)
                  .assertions()
                  .get(0)
                  .actual())
          .isEqualTo(
              wanted
                  ? "not among 412 classes; only for Java 17 and newer in ../app.jar"
                  : "not among 412 classes; 3 classes are in com.acme; only for Java 17 and newer"
                      + " in ../app.jar");
    }
  }

  @Test
  void placesAreShownAsTheyWereWritten() {
    ClassPath path = new ClassPath(List.of("../lib/*", "../application"), FOLDER);

    assertThat(path.shown("/app/lib/a.jar!/x.jar")).isEqualTo("../lib/a.jar!/x.jar");
    assertThat(path.shown("/app/application/BOOT-INF/classes"))
        .isEqualTo("../application/BOOT-INF/classes");
    assertThat(path.shown("/app/application-2.jar")).isEqualTo("/app/application-2.jar");
  }

  @Test
  void passesFailsAndDoubtsWithRealClassFiles() throws Exception {
    Path classes =
        Path.of(
            ClassPresenceCheck.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String self = ClassPresenceCheck.class.getName();
    Present named =
        new Present(
            self,
            List.of("plan"),
            Optional.of("java.lang.Object"),
            List.of(),
            List.of(),
            Optional.empty(),
            true);

    assertThat(real(classes, List.of(named), List.of("dev.stageproof.Gone"), 10))
        .isEqualTo(Outcome.PASS);
    assertThat(real(classes, List.of(), List.of(self), 10)).isEqualTo(Outcome.FAIL);
    assertThat(real(classes, List.of(), List.of("dev.stageproof.Gone"), 1_000_000))
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(real(classes, List.of(), List.of("dev.stagepruf.Gone"), 1))
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    List<Absent> absent = List.of(gone("A"));
    List<String> path = List.of("a");
    refused(
        () -> local(path, Optional.empty(), List.of(), List.of(), 1),
        "name at least one class, in `present` or in `absent`");
    refused(
        () -> local(path, Optional.empty(), List.of(), absent, 0), "`min-classes` is 1 or more: 0");
    refused(
        () -> local(path, Optional.of(7), List.of(), absent, 1), "`java-release` is 8 or more: 7");
    refused(
        () -> local(List.of(), Optional.empty(), List.of(), absent, 1),
        "on this machine, `class-path` says where to look");
    refused(
        () -> gone("com/acme/A"), "a class is named with dots, com.acme.Outer$Inner: `com/acme/A`");
    refused(
        () -> settings(Where.CLOUD_RUN_JOB, Optional.empty(), path),
        "class files are read, not run: `local` or `image`");
    refused(
        () -> settings(Where.LOCAL, Optional.of(ARCHIVE), path), "`image` is for `where: image`");
    refused(
        () -> settings(Where.IMAGE, Optional.of(ARCHIVE), List.of("/a", "b")),
        "in an image, a path is absolute: `b`");
    refused(
        () ->
            new Present(
                "A",
                List.of("run(int"),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false),
        "a method is named handle or handle(java.lang.String, int[]): `run(int`");
  }

  private static void refused(ThrowingCallable settings, String message) {
    assertThatThrownBy(settings).isInstanceOf(InvalidSetting.class).hasMessage(message);
  }

  @Test
  void isKnownByItsName() {
    assertThat(check.name()).isEqualTo("class-presence");
    assertThat(check.title()).isEqualTo("Class files");
    assertThat(check.section()).isEqualTo(Section.GROUPS);
    assertThat(check.settingsType()).isEqualTo(ClassPresenceSettings.class);
  }

  private Outcome real(Path place, List<Present> present, List<String> absent, int minClasses)
      throws Exception {
    ClassPresenceSettings settings =
        local(
            List.of(place.toString()),
            Optional.empty(),
            present,
            absent.stream().map(ClassPresenceCheckTest::gone).toList(),
            minClasses);
    CheckPlan.Ask plan = (CheckPlan.Ask) check.plan(settings, context(place));
    ClassFilesRequest request = (ClassFilesRequest) plan.requests().get(0);
    ClassFilesObservation seen =
        new ClassFilesProbe().observe(request, Deadline.in(Duration.ofSeconds(30)));
    return check.evaluate(settings, context(place), only(seen)).outcome();
  }

  private Assertion absence(Absent unwanted, int minClasses, long scanned, Missing missing) {
    ClassPresenceSettings settings =
        local(List.of("a"), Optional.empty(), List.of(), List.of(unwanted), minClasses);
    ClassFilesObservation seen =
        new ClassFilesObservation(List.of(), List.of(), List.of(missing), List.of(), scanned, 1);
    return evaluate(settings, seen).assertions().get(0);
  }

  private Evaluation evaluate(ClassPresenceSettings settings, ClassFilesObservation seen) {
    return check.evaluate(settings, context(FOLDER), only(seen));
  }

  private static final ImageSettings ARCHIVE =
      new ImageSettings(
          Optional.empty(), Optional.empty(), Optional.of("image.tar"), Optional.empty());

  private static final Declared DECLARED =
      new Declared(
          "com.acme.Base",
          List.of("java.lang.Runnable"),
          List.of("run()", "run(int,java.lang.String[])", "stop()"),
          List.of("com.acme.Kept"));

  private static final Found FOUND =
      new Found(
          API,
          spot(
              "/app/app.jar!/BOOT-INF/lib/api.jar",
              Optional.of(new JarVersion("2.10.1", "file name"))),
          DECLARED);

  private static Spot spot(String place, Optional<JarVersion> version) {
    return new Spot(place, "com/acme/Api.class", Optional.empty(), version);
  }

  private static Absent gone(String name) {
    return new Absent(name, Optional.empty());
  }

  private static Missing missing(String name, long inPackage, long around) {
    return new Missing(name, List.of(), inPackage, around);
  }

  private static Missing around() {
    return missing("com.acme.Gone", 1, 1);
  }

  private static Missing around(String name, String near) {
    return new Missing(name, List.of(near), 0, 0);
  }

  private static Present present(String name) {
    return new Present(
        name, List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), false);
  }

  private static ClassPresenceSettings settings(int minClasses) {
    Present all =
        new Present(
            API,
            List.of("run", "run(int, java.lang.String[])"),
            Optional.of("com.acme.Base"),
            List.of("java.lang.Runnable"),
            List.of("com.acme.Kept"),
            Optional.of(VersionRange.parse(">=2.3")),
            true);
    return local(
        List.of("../app.jar"),
        Optional.empty(),
        List.of(all),
        List.of(gone("com.acme.Gone")),
        minClasses);
  }

  private static ClassPresenceSettings local(
      List<String> path,
      Optional<Integer> java,
      List<Present> present,
      List<Absent> absent,
      int minClasses) {
    return new ClassPresenceSettings(
        Where.LOCAL, Optional.empty(), path, java, present, absent, minClasses);
  }

  private static ClassPresenceSettings settings(
      Where where, Optional<ImageSettings> image, List<String> path) {
    return new ClassPresenceSettings(
        where, image, path, Optional.empty(), List.of(present(API)), List.of(), 1);
  }

  private static ClassFilesObservation seen(List<Found> found, List<Missing> missing) {
    Place place = new Place("/app/app.jar", "jar", 412, 1, Optional.empty());
    return new ClassFilesObservation(found, List.of(), missing, List.of(place), 412, 2);
  }

  private static Observations only(ClassFilesObservation seen) {
    return new Observations() {
      @Override
      public <O extends Observation> Sight<O> sight(Request<O> request) {
        return new Sight.Seen<>(request.observationType().cast(seen));
      }
    };
  }

  private static CheckContext context(Path directory) {
    return new CheckContext(
        Instant.EPOCH,
        new CheckContext.Unknown(Gap.of(GapReason.UNKNOWN_TARGET, "none", "none")),
        Optional.empty(),
        Optional.empty(),
        directory,
        Duration.ofSeconds(20));
  }
}
