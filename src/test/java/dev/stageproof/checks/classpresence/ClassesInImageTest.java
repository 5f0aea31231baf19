package dev.stageproof.checks.classpresence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.checks.classpresence.ClassPresenceSettings.Absent;
import dev.stageproof.checks.classpresence.ClassPresenceSettings.Present;
import dev.stageproof.checks.places.ImageSettings;
import dev.stageproof.checks.places.Where;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.ClassFilesObservation;
import dev.stageproof.observe.ClassQuestions;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Container;
import dev.stageproof.observe.DeploymentObservation.EnvVar;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.observe.ImageClassesObservation;
import dev.stageproof.observe.ImageClassesObservation.JavaRelease;
import dev.stageproof.observe.ImageClassesObservation.Start;
import dev.stageproof.observe.ImageClassesRequest;
import dev.stageproof.observe.ImageManifestRequest;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.probes.Deadline;
import dev.stageproof.probes.classfiles.Jars;
import dev.stageproof.probes.image.Images;
import dev.stageproof.probes.imageclasses.ImageClassesProbe;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import dev.stageproof.testing.Tools;
import dev.stageproof.testing.images.TestImage;
import dev.stageproof.testing.images.TestLayer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The check in an image: what it asks, and what it makes of a real one. */
@Timeout(60)
class ClassesInImageTest {

  private static final String DIGEST = "sha256:" + "ab".repeat(32);
  private static final String IMAGE = "gcr.io/acme/backend:v7@" + DIGEST;
  private static final String API = "com.acme.api.Api";
  private static final String APP = "com.acme.App";

  private final ClassPresenceCheck check = new ClassPresenceCheck();

  @TempDir Path folder;

  @Test
  void asksForTheRevisionsImageAndHowTheRevisionStartsIt() {
    CheckContext context = context(Optional.of(IMAGE), Optional.of(DIGEST));
    ImageSource source = new ImageSource.Registry(ImageReference.parse(IMAGE).orElseThrow());
    ImageClassesRequest request =
        new ImageClassesRequest(
            source, List.of(), new ClassQuestions(List.of(API), Optional.empty()));

    assertThat(check.plan(settings(List.of(), false), context))
        .isEqualTo(
            new CheckPlan.Ask(
                List.of(request),
                List.of(new DeploymentRequest("acme", "us-central1", "backend", "backend-7"))));
    assertThat(check.plan(settings(List.of("/app/app.jar"), false), context))
        .isEqualTo(
            CheckPlan.ask(
                new ImageClassesRequest(
                    source,
                    List.of("/app/app.jar"),
                    new ClassQuestions(List.of(API), Optional.empty()))));
    assertThat(request.trials())
        .containsExactly(new ImageManifestRequest(ImageReference.parse(IMAGE).orElseThrow()));
    assertThat(request.subject())
        .isEqualTo("classes in its class path of image gcr.io/acme/backend@" + DIGEST);
    assertThat(request.mergedWith(request).orElseThrow()).isEqualTo(request);
    assertThat(check.timeout(settings(List.of(), false))).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void withoutATargetNothingIsAsked() {
    Gap gap = Gap.of(GapReason.UNKNOWN_TARGET, "none", "none");

    assertThat(check.plan(settings(List.of(), false), unknown(gap)))
        .isEqualTo(CheckPlan.impossible(gap));
  }

  @Test
  void isBoundToTheRevisionByItsDigest() {
    Evaluation result = evaluated(false, Optional.of(DIGEST), container(false, 0));

    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
    assertThat(result.assertions())
        .containsExactly(
            Assertion.of(API, "present", "in /app/app.jar", true),
            Assertion.of("bound to the revision", DIGEST, DIGEST, true));
    assertThat(result.excerpts())
        .containsExactly(
            Excerpt.of(
                "class path searched",
                "jar /app/app.jar: 7 classes, layer sha256:12\n/app/gone.jar (not there)"));
    assertThat(result.remarks())
        .containsExactly(
            "Read from the image " + DIGEST + ", the revision's own.",
            "The class path is that of `java -jar app.jar`.",
            "Variants for Java 21 count, told by /opt/java/release.",
            "The revision sets JAVA_TOOL_OPTIONS, whose value is not read: what it changes in the"
                + " class path was not searched.");
  }

  @Test
  void aRevisionThatStartsAnotherProgramSettlesNothing() {
    Assertion other =
        Assertion.unsettled(
            "class path",
            "that of the program that the revision starts",
            "the revision replaces the image's command or arguments: java -jar app.jar",
            "Name the class path in `class-path`.");

    assertThat(evaluated(false, Optional.of(DIGEST), container(true, 0)).assertions())
        .containsExactly(other);
    assertThat(evaluated(true, Optional.of(DIGEST), container(false, 2)).assertions())
        .containsExactly(other);
    assertThat(evaluated(false, Optional.of(DIGEST), container(false, 2)).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void anImageThatIsNotTheRevisionsFails() {
    assertThat(
            evaluated(false, Optional.of("sha256:" + "cd".repeat(32)), container(false, 0))
                .outcome())
        .isEqualTo(Outcome.FAIL);
    assertThat(evaluated(false, Optional.empty(), container(false, 0)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void passesFailsAndDoubtsWithARealImage() throws Exception {
    TestImage image = image();
    try (ImageClassesProbe probe = new ImageClassesProbe(new Images(folder.resolve("cache")))) {
      assertThat(real(probe, image, List.of(once(APP)), "com.acme.api.Gone").outcome())
          .isEqualTo(Outcome.PASS);
      Evaluation duplicate = real(probe, image, List.of(once(API)), "com.acme.api.Gone");
      assertThat(duplicate.outcome()).isEqualTo(Outcome.FAIL);
      assertThat(duplicate.headline())
          .isEqualTo(
              "1 of 1 present, 1 of 1 absent in 3 classes; com.acme.api.Api on the class path: 2"
                  + " times: /app/app.jar!/BOOT-INF/lib/api-2.jar,"
                  + " /app/app.jar!/BOOT-INF/lib/shaded.jar");
      Evaluation typo = real(probe, image, List.of(once(APP)), "com.acme.apis.Api");
      assertThat(typo.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
      assertThat(typo.assertions().get(2).actual())
          .isEqualTo(
              "not among 3 classes; nothing is in its package, but com.acme.api.Api is there");
    }
  }

  /** The part after {@code docker export} is run, with the layer for the container's files. */
  @Test
  void theCommandsThatAreShownPrintTheClasses() throws Exception {
    List.of("tar", "unzip", "javap").forEach(Tools::require);
    TestImage image = image();
    ImageClassesRequest request = request(image, API, APP, "com.acme.api.Gone");
    try (ImageClassesProbe probe = new ImageClassesProbe(new Images(folder.resolve("cache")))) {
      ImageClassesObservation seen = probe.observe(request, Deadline.in(Duration.ofSeconds(30)));

      List<String> commands = request.reproduce(seen);

      assertThat(commands).hasSize(4);
      assertThat(commands.get(0)).startsWith("docker export \"$(docker create ");
      assertThat(run(commands.get(0), image)).contains("class com.acme.api.Api");
      assertThat(run(commands.get(1), image)).contains("class com.acme.api.Api");
      assertThat(run(commands.get(2), image)).contains("class com.acme.App");
      assertThat(run(commands.get(3), image)).contains("class not found: com.acme.api.Gone");
    }
  }

  private String run(String command, TestImage image) throws Exception {
    String reader = command.substring(command.lastIndexOf("(cd \"$(mktemp"));
    Path files = Files.write(folder.resolve("files.tar"), image.layers().get(0).bytes());
    Process shell =
        new ProcessBuilder("sh", "-c", reader)
            .redirectInput(files.toFile())
            .redirectErrorStream(true)
            .start();
    shell.getOutputStream().close();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static TestImage image() {
    byte[] library = new Jars().withClass("", API).bytes();
    byte[] boot =
        new Jars()
            .withClass("BOOT-INF/classes/", APP)
            .with("BOOT-INF/lib/api-2.jar", library)
            .with("BOOT-INF/lib/shaded.jar", library)
            .stored();
    return TestImage.of(new TestLayer().folder("app").file("app/app.jar", boot).plain())
        .startedBy("{\"Entrypoint\": [\"java\", \"-jar\", \"/app/app.jar\"]}");
  }

  private ImageClassesRequest request(TestImage image, String... names) throws Exception {
    Path place = folder.resolve("layout");
    TestImage.write(image.layout("app"), place);
    return new ImageClassesRequest(
        new ImageSource.Layout(place.toString(), Optional.empty()),
        List.of(),
        new ClassQuestions(List.of(names), Optional.empty()));
  }

  private Evaluation real(
      ImageClassesProbe probe, TestImage image, List<Present> present, String absent)
      throws Exception {
    ImageSettings layout =
        new ImageSettings(
            Optional.empty(), Optional.of("layout"), Optional.empty(), Optional.empty());
    ClassPresenceSettings settings =
        new ClassPresenceSettings(
            Where.IMAGE,
            Optional.of(layout),
            List.of(),
            Optional.empty(),
            present,
            List.of(new Absent(absent, Optional.empty())),
            1);
    ImageClassesRequest request = request(image, present.get(0).name(), absent);
    ImageClassesObservation seen = probe.observe(request, Deadline.in(Duration.ofSeconds(30)));
    CheckContext context = unknown(Gap.of(GapReason.UNKNOWN_TARGET, "none", "none"));
    assertThat(check.plan(settings, context)).isEqualTo(CheckPlan.ask(request));
    return check.evaluate(settings, context, answers(Map.of(request, seen)));
  }

  /** An image that was seen, deployed with a digest. */
  private Evaluation evaluated(boolean byArguments, Optional<String> digest, Container container) {
    CheckContext context = context(Optional.of("gcr.io/acme/backend:v7"), digest);
    ClassPresenceSettings settings = settings(List.of(), false);
    CheckPlan.Ask plan = (CheckPlan.Ask) check.plan(settings, context);
    ClassFilesObservation classes =
        new ClassFilesObservation(
            List.of(
                new ClassFilesObservation.Found(
                    API,
                    new ClassFilesObservation.Spot(
                        "/app/app.jar",
                        "com/acme/api/Api.class",
                        Optional.of("sha256:12"),
                        Optional.empty()),
                    new ClassFilesObservation.Declared(
                        "java.lang.Object", List.of(), List.of(), List.of()))),
            List.of(),
            List.of(),
            List.of(
                new ClassFilesObservation.Place(
                    "/app/app.jar", "jar", 7, 0, Optional.of("sha256:12")),
                new ClassFilesObservation.Place(
                    "/app/gone.jar", "missing", 0, 0, Optional.empty())),
            7,
            1);
    ImageClassesObservation seen =
        new ImageClassesObservation(
            DIGEST,
            DIGEST,
            Optional.of(new Start("java -jar app.jar", byArguments)),
            Optional.of(new JavaRelease(21, "/opt/java/release")),
            classes);
    return check.evaluate(
        settings,
        context,
        answers(Map.of(plan.requests().get(0), seen, plan.helpful().get(0), deployed(container))));
  }

  private static Observations answers(Map<Request<?>, Observation> all) {
    return new Observations() {
      @Override
      public <O extends Observation> Sight<O> sight(Request<O> request) {
        return new Sight.Seen<>(request.observationType().cast(all.get(request)));
      }
    };
  }

  private static Present once(String name) {
    return new Present(
        name, List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), true);
  }

  private static ClassPresenceSettings settings(List<String> classPath, boolean unique) {
    Present present =
        new Present(
            API, List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), unique);
    return new ClassPresenceSettings(
        Where.IMAGE, Optional.empty(), classPath, Optional.empty(), List.of(present), List.of(), 1);
  }

  private static Container container(boolean ownCommand, int arguments) {
    return new Container(
        "backend",
        IMAGE,
        Optional.of(DIGEST),
        List.of(
            new EnvVar("JAVA_TOOL_OPTIONS", EnvVar.Kind.VALUE, Optional.empty()),
            new EnvVar("HOME", EnvVar.Kind.VALUE, Optional.empty())),
        Map.of(),
        true,
        false,
        ownCommand,
        arguments,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static DeploymentObservation deployed(Container container) {
    DeploymentObservation.Revision revision =
        new DeploymentObservation.Revision(
            "backend-7",
            Instant.EPOCH,
            List.of(),
            container,
            List.of(),
            0,
            1,
            80,
            Duration.ofMinutes(5),
            "run@acme.iam.gserviceaccount.com",
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty());
    DeploymentObservation.Service service =
        new DeploymentObservation.Service(
            "backend",
            Optional.empty(),
            List.of(),
            List.of(),
            true,
            1,
            1,
            false,
            Optional.empty(),
            List.of(),
            "backend-7",
            "backend-7",
            List.of(),
            "ALL",
            Map.of(),
            Optional.empty(),
            Optional.empty());
    return new DeploymentObservation(service, revision, Optional.empty(), Optional.empty());
  }

  private CheckContext context(Optional<String> image, Optional<String> digest) {
    Identity identity =
        new Identity(
            "acme",
            "us-central1",
            "backend",
            "backend-7",
            "latest-ready",
            image,
            digest,
            Optional.empty(),
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            true,
            Optional.empty(),
            Optional.empty());
    return context(new CheckContext.Known(identity));
  }

  private CheckContext unknown(Gap gap) {
    return context(new CheckContext.Unknown(gap));
  }

  private CheckContext context(CheckContext.Resolved target) {
    return new CheckContext(
        Instant.EPOCH, target, Optional.empty(), Optional.empty(), folder, Duration.ofSeconds(20));
  }
}
