package dev.stageproof.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The commands that do a job by hand, as gcloud and a shell read them. */
class JobCommandsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String IMAGE = "gcr.io/acme/backend@sha256:" + "a".repeat(64);

  private static JobRequest request(String image, List<String> argv) {
    return request(image, argv, Optional.empty());
  }

  private static JobRequest request(String image, List<String> argv, Optional<String> folder) {
    return new JobRequest(
        new LogSource("acme", "us-central1", "backend", "backend-00001-abc"),
        ImageReference.parse(image).orElseThrow(),
        argv,
        Map.of("MODE", "a,b"),
        folder,
        new JobShape(true, Optional.of("x@acme.iam"), Optional.of("1"), Optional.empty()),
        Duration.ofMillis(1500),
        NOW);
  }

  private static JobRequest request(String... argv) {
    return request(IMAGE, List.of(argv));
  }

  @Test
  void listsAreSeparatedByWhatTheirPartsDoNotHold() {
    assertThat(JobCommands.list(List.of("-c", "x"))).isEqualTo("-c,x");
    assertThat(JobCommands.list(List.of("a,b", "c;d"))).isEqualTo("^|^a,b|c;d");
    assertThat(JobCommands.list(List.of("^odd", "x"))).isEqualTo("^,^^odd,x");
    assertThat(JobCommands.list(List.of(",;|~#%%@@@", "x")))
        .isEqualTo("^STAGEPROOF^,;|~#%%@@@STAGEPROOFx");
    assertThat(JobCommands.list(List.of(",;|~#%", "%"))).isEqualTo("^@@@^,;|~#%@@@%");
    assertThat(JobCommands.list(List.of(",;|~#%%@@@STAGEPROOF", "x")))
        .isEqualTo("^STAGEPROOFX^,;|~#%%@@@STAGEPROOFSTAGEPROOFXx");
  }

  /** gcloud takes a separator at the end for the end. */
  @Test
  void anEmptyPartAtTheEndHasASeparatorAfterIt() {
    assertThat(JobCommands.list(List.of(""))).isEqualTo(",");
    assertThat(JobCommands.list(List.of("a,b", ""))).isEqualTo("^;^a,b;;");
  }

  @Test
  void aPlanHasTheJobsOwnNameAndAReportThatOfTheExecution() {
    JobRequest request = request("python3", "-c", "print('a, b')");
    String job = request.job(1);
    JobObservation seen =
        new JobObservation(
            job,
            job + "-x1",
            Optional.of(0),
            Optional.empty(),
            Optional.empty(),
            "",
            new JobObservation.Output("", "", false, true, Optional.empty()),
            new JobObservation.Like(
                List.of("--set-secrets=KEY=key:latest"),
                List.of("HOST"),
                List.of("the volume cloudsql", "the working directory /app")),
            NOW,
            NOW.plusSeconds(5),
            Optional.empty());
    String place = " --region=us-central1 --project=acme";
    String begin =
        "gcloud run jobs create "
            + job
            + place
            + " --image="
            + IMAGE
            + " --command=python3 '--args=^;^-c;print('\\''a, b'\\'')'"
            + " '--set-env-vars=^;^MODE=a,b'";
    String end =
        " --service-account=x@acme.iam --cpu=1 --tasks=1 --max-retries=0 --task-timeout=2s"
            + " --execute-now --wait";
    String delete = "gcloud run jobs delete " + job + place + " --quiet";
    String filter =
        "resource.type=\"cloud_run_job\" AND resource.labels.location=\"us-central1\""
            + " AND resource.labels.job_name=\""
            + job
            + "\"";
    String after = " --project=acme --order=asc --format=json";

    assertThat(request.reproduce())
        .containsExactly(begin + end, "gcloud logging read '" + filter + "'" + after, delete);
    assertThat(request.reproduce(seen))
        .containsExactly(
            "# the job also had these variables of the revision: HOST",
            "# the job also had of the revision: the volume cloudsql, the working directory /app",
            begin + " --set-secrets=KEY=key:latest" + end,
            "gcloud logging read '"
                + filter
                + " AND labels.\"run.googleapis.com/execution_name\"=\""
                + job
                + "-x1\" AND timestamp>=\"2026-11-19T12:00:00Z\""
                + " AND timestamp<\"2026-11-21T12:00:05.001Z\"'"
                + after,
            delete);
  }

  @Test
  void whatGcloudHasNoFlagForIsPutIntoTheJobBeforeItRuns() {
    String place = " --region=us-central1 --project=acme";
    JobRequest twice = request("env", "-u", "A", "-u", "B\\\n\"");
    assertThat(twice.reproduce()).hasSize(5);
    assertThat(twice.reproduce().get(0))
        .contains(" --command=env '--set-env-vars=^;^MODE=a,b' ")
        .endsWith(" --task-timeout=2s");
    assertThat(twice.reproduce().get(1))
        .isEqualTo(
            "gcloud run jobs describe "
                + twice.job(1)
                + place
                + " --format=export | ARGS='args: [\"-u\", \"A\", \"-u\", \"B\\\\\\u000a\\\"\"]' awk"
                + " '/^  namespace:/ {next} {print} $1 == \"image:\" {sub(/image:.*/, \"\");"
                + " print $0 ENVIRON[\"ARGS\"]}' | gcloud run jobs replace -"
                + place);
    assertThat(twice.reproduce().get(2))
        .isEqualTo("gcloud run jobs execute " + twice.job(1) + place + " --wait");
    JobRequest elsewhere = request(IMAGE, List.of("ls"), Optional.of("/srv"));
    assertThat(elsewhere.reproduce().get(1))
        .contains(" | FOLDER='workingDir: \"/srv\"' awk ", "; print $0 ENVIRON[\"FOLDER\"]}' | ");
  }

  @Test
  void aScriptIsCutWhereItIsOnlyNamed() {
    assertThat(request("sh", "-c", "a\nb " + "x".repeat(200)).subject())
        .isEqualTo(
            "sh -c 'a b "
                + "x".repeat(96)
                + "…' in the image sha256:"
                + "a".repeat(64)
                + ", as a Cloud Run job");
  }

  @Test
  void anImageWithoutDigestCanBeAny() {
    assertThatThrownBy(() -> request("gcr.io/acme/backend:v1", List.of("true")))
        .hasMessage("an image without its digest can be any: gcr.io/acme/backend:v1");
  }
}
