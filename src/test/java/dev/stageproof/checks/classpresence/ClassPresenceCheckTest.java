package dev.stageproof.checks.classpresence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.checks.classpresence.ClassPresenceSettings.Present;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassFilesObservation.Found;
import dev.stageproof.observe.ClassFilesObservation.Nearest;
import dev.stageproof.observe.ClassFilesRequest;
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
import org.junit.jupiter.api.Test;

class ClassPresenceCheckTest {

  private static final Path FOLDER = Path.of("/app/config");
  private static final Present API =
      new Present(
          "com.acme.Api",
          List.of("run"),
          Optional.of("com.acme.Base"),
          List.of("java.lang.Runnable"));
  private static final Found FOUND =
      new Found(
          "com.acme.Api",
          "/app/app.jar!/BOOT-INF/lib/api.jar",
          "com.acme.Base",
          List.of("java.lang.Runnable"),
          List.of("run", "stop"));

  private final ClassPresenceCheck check = new ClassPresenceCheck();

  @Test
  void asksOnceForAllClassesInAllPlaces() {
    ClassPresenceSettings settings =
        new ClassPresenceSettings(
            List.of("../app.jar", "lib/*", "/opt/classes"),
            List.of(API),
            List.of("com.acme.Gone", "com.acme.Api"),
            1);

    assertThat(check.plan(settings, context(FOLDER)))
        .isEqualTo(
            CheckPlan.ask(
                new ClassFilesRequest(
                    List.of("/app/app.jar", "/app/config/lib/*", "/opt/classes"),
                    List.of("com.acme.Api", "com.acme.Gone"))));
  }

  @Test
  void passesWhenAllIsAsExpected() {
    Evaluation result = evaluate(settings(1), seen(412, FOUND));

    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
    assertThat(result.headline()).isEqualTo("1 of 1 present, 1 of 1 absent in 412 classes");
    assertThat(result.assertions())
        .containsExactly(
            Assertion.of("com.acme.Api", "present", "in ../app.jar!/BOOT-INF/lib/api.jar", true),
            Assertion.of("method run of com.acme.Api", "declared", "declared", true),
            Assertion.of("superclass of com.acme.Api", "com.acme.Base", "com.acme.Base", true),
            Assertion.of(
                "interface java.lang.Runnable of com.acme.Api", "implemented", "implemented", true),
            Assertion.of("com.acme.Gone", "absent", "not among 412 classes", true));
  }

  @Test
  void failsOnAMissingClassAndNamesTheNearest() {
    ClassFilesObservation seen =
        new ClassFilesObservation(
            List.of(), 412, 3, List.of(new Nearest("com.acme.Api", List.of("com.acme.v2.Api"))));

    Evaluation result = evaluate(settings(1), seen);

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.headline())
        .isEqualTo(
            "0 of 1 present, 1 of 1 absent in 412 classes; com.acme.Api: not among 412 classes");
    assertThat(result.assertions().get(0))
        .isEqualTo(
            new Assertion(
                "com.acme.Api",
                "present",
                "not among 412 classes",
                Outcome.FAIL,
                Optional.of("Nearest names: com.acme.v2.Api.")));
    assertThat(result.assertions().subList(1, 4))
        .extracting(Assertion::outcome)
        .containsOnly(Outcome.INCONCLUSIVE);
  }

  @Test
  void failsOnAClassThatIsNotAsExpected() {
    Found other =
        new Found("com.acme.Api", "/app/app.jar", "java.lang.Object", List.of(), List.of("stop"));

    Evaluation result = evaluate(settings(1), seen(412, other));

    assertThat(result.assertions().subList(1, 4))
        .containsExactly(
            Assertion.of("method run of com.acme.Api", "declared", "not; has stop", false),
            Assertion.of("superclass of com.acme.Api", "com.acme.Base", "java.lang.Object", false),
            Assertion.of(
                "interface java.lang.Runnable of com.acme.Api",
                "implemented",
                "not; has none",
                false));
  }

  @Test
  void failsOnAClassThatShouldBeGone() {
    Found gone = new Found("com.acme.Gone", "/app/app.jar", "", List.of(), List.of());

    Evaluation result = evaluate(settings(1), seen(412, FOUND, gone));

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.assertions())
        .contains(Assertion.of("com.acme.Gone", "absent", "in ../app.jar", false));
  }

  @Test
  void absenceAmongNoClassesIsInconclusive() {
    ClassPresenceSettings settings =
        new ClassPresenceSettings(List.of("../classes"), List.of(), List.of("com.acme.Gone"), 1);

    Evaluation result = evaluate(settings, seen(0));

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.assertions())
        .containsExactly(
            Assertion.unsettled(
                "com.acme.Gone",
                "absent, among at least 1 classes",
                "not among 0 classes, too few to tell",
                "Correct `class-path`: a folder is a root of class files, and `folder/*` are its"
                    + " jars."));
  }

  @Test
  void absenceAmongFewerClassesThanAskedIsInconclusive() {
    assertThat(evaluate(settings(413), seen(412, FOUND)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(evaluate(settings(412), seen(412, FOUND)).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void jarsOfAFolderAreShownAsTheyWereWritten() {
    ClassPath path = new ClassPath(List.of("../lib/*"), FOLDER);

    assertThat(path.shown("/app/lib/a.jar!/x.jar")).isEqualTo("../lib/a.jar!/x.jar");
  }

  @Test
  void passesFailsAndDoubtsWithRealClassFiles() throws Exception {
    Path classes =
        Path.of(
            ClassPresenceCheck.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String self = ClassPresenceCheck.class.getName();
    Present named = new Present(self, List.of("plan"), Optional.of("java.lang.Object"), List.of());

    assertThat(real(classes, List.of(named), List.of("com.acme.Gone"), 10)).isEqualTo(Outcome.PASS);
    assertThat(real(classes, List.of(), List.of(self), 10)).isEqualTo(Outcome.FAIL);
    assertThat(real(classes, List.of(), List.of("com.acme.Gone"), 1_000_000))
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new ClassPresenceSettings(List.of("a"), List.of(), List.of(), 1))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("name at least one class, in `present` or in `absent`");
    assertThatThrownBy(() -> new ClassPresenceSettings(List.of("a"), List.of(), List.of("A"), 0))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`min-classes` is 1 or more: 0");
    assertThatThrownBy(
            () -> new ClassPresenceSettings(List.of("a"), List.of(), List.of("com/acme/A"), 1))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("a class is named with dots, com.acme.Outer$Inner: `com/acme/A`");
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
        new ClassPresenceSettings(List.of(place.toString()), present, absent, minClasses);
    CheckPlan.Ask plan = (CheckPlan.Ask) check.plan(settings, context(place));
    ClassFilesRequest request = (ClassFilesRequest) plan.requests().get(0);
    ClassFilesObservation seen =
        new ClassFilesProbe().observe(request, Deadline.in(Duration.ofSeconds(30)));
    return check.evaluate(settings, context(place), only(seen)).outcome();
  }

  private Evaluation evaluate(ClassPresenceSettings settings, ClassFilesObservation seen) {
    return check.evaluate(settings, context(FOLDER), only(seen));
  }

  private static ClassPresenceSettings settings(int minClasses) {
    return new ClassPresenceSettings(
        List.of("../app.jar"), List.of(API), List.of("com.acme.Gone"), minClasses);
  }

  private static ClassFilesObservation seen(long scanned, Found... found) {
    return new ClassFilesObservation(List.of(found), scanned, 1, List.of());
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
