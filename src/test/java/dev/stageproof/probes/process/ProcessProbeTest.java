package dev.stageproof.probes.process;

import static dev.stageproof.observe.ProcessObservation.OUTPUT_LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ProcessObservation;
import dev.stageproof.observe.ProcessRequest;
import dev.stageproof.probes.Deadline;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
@Timeout(60)
class ProcessProbeTest {

  private static final Duration AMPLE = Duration.ofSeconds(30);

  @TempDir Path folder;

  private final ProcessProbe probe = new ProcessProbe();

  @Test
  void tellsExitCodeAndBothStreams() throws Exception {
    ProcessObservation seen = run("echo out; echo err >&2; exit 3");

    assertThat(seen.exitCode()).isEqualTo(3);
    assertThat(seen.stdout()).isEqualTo("out\n");
    assertThat(seen.stderr()).isEqualTo("err\n");
    assertThat(seen.cut()).isFalse();
    assertThat(seen.took()).isPositive();
  }

  @Test
  void argumentsArriveAsGivenWithoutAShell() throws Exception {
    ProcessObservation seen =
        observe(request(List.of("printf", "%s|", "$HOME", "a  b", "*", "; exit 9"), ""));

    assertThat(seen.stdout()).isEqualTo("$HOME|a  b|*|; exit 9|");
  }

  @Test
  void feedsTheInputAndThenEndsIt() throws Exception {
    String text = "grün\n".repeat(30_000);

    ProcessObservation seen = observe(request(List.of("cat"), text));

    assertThat(seen.stdout()).isEqualTo(text);
  }

  @Test
  void inputIsEmptyWhenThereIsNone() throws Exception {
    ProcessRequest request =
        new ProcessRequest(List.of("cat"), Optional.empty(), folder.toString(), Map.of());

    assertThat(observe(request).stdout()).isEmpty();
  }

  @Test
  void aProgramMayCloseItsInputUnread() throws Exception {
    String more = "x".repeat(1 << 20);

    ProcessObservation seen = observe(request(List.of("sh", "-c", "exec <&-; echo closed"), more));

    assertThat(seen.stdout()).isEqualTo("closed\n");
    assertThat(seen.exitCode()).isZero();
  }

  @Test
  void variablesGoOverTheInheritedOnes() throws Exception {
    ProcessRequest request =
        new ProcessRequest(
            List.of("sh", "-c", "echo $COLOUR; test -n \"$PATH\" && echo inherited"),
            Optional.empty(),
            folder.toString(),
            Map.of("COLOUR", "blue"));

    assertThat(observe(request).stdout()).isEqualTo("blue\ninherited\n");
  }

  @Test
  void runsInTheFolder() throws Exception {
    Files.writeString(folder.resolve("here.txt"), "");

    assertThat(run("ls").stdout()).isEqualTo("here.txt\n");
  }

  @Test
  void keepsTheBeginningOfAFloodAndReadsOn() throws Exception {
    ProcessObservation seen = run("yes 0123456789 | head -c 5000000; echo done >&2");

    assertThat(seen.stdout()).hasSize(OUTPUT_LIMIT).startsWith("0123456789\n");
    assertThat(seen.stderr()).isEqualTo("done\n");
    assertThat(seen.cut()).isTrue();
  }

  @Test
  void aFloodOnBothStreamsDoesNotBlock() throws Exception {
    ProcessObservation seen =
        run(
            "i=0; while [ $i -lt 5000 ]; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;"
                + " echo bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb >&2; i=$((i+1)); done");

    assertThat(seen.stdout()).hasSize(5000 * 40);
    assertThat(seen.stderr()).hasSize(5000 * 40);
  }

  @Test
  void exactlyTheLimitIsNotCut() throws Exception {
    ProcessObservation seen = run("head -c " + OUTPUT_LIMIT + " /dev/zero");

    assertThat(seen.stdout()).hasSize(OUTPUT_LIMIT);
    assertThat(seen.cut()).isFalse();
  }

  @Test
  void replacesWhatIsNotUtf8() throws Exception {
    assertThat(run("printf 'a\\377b\\303'").stdout()).isEqualTo("a\uFFFDb\uFFFD");
  }

  @Test
  void aCharacterSplitByTheCutIsLeftOut() throws Exception {
    int letters = OUTPUT_LIMIT - 1;

    ProcessObservation seen =
        run("head -c " + letters + " /dev/zero | tr '\\0' x; printf '\\303\\274'");

    assertThat(seen.stdout()).isEqualTo("x".repeat(letters));
    assertThat(seen.cut()).isTrue();
  }

  @Test
  void aMissingProgramIsNamedWithTheSettingToChange() {
    Gap gap = gap(request(List.of("no-such-python"), ""), AMPLE);

    assertThat(gap)
        .isEqualTo(
            Gap.of(
                GapReason.NOT_INSTALLED,
                "`no-such-python` can't be started: No such file or directory",
                "Install `no-such-python`, or change the setting that names it, such as"
                    + " `interpreter`."));
  }

  @Test
  void aFileThatIsNoProgramIsNotInstalledEither() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "no program");

    Gap gap = gap(request(List.of(file.toString()), ""), AMPLE);

    assertThat(gap.reason()).isEqualTo(GapReason.NOT_INSTALLED);
    assertThat(gap.message()).isEqualTo("`" + file + "` can't be started: Permission denied");
  }

  @Test
  void aMissingFolderIsNotFound() {
    String missing = folder.resolve("gone").toString();
    ProcessRequest request =
        new ProcessRequest(List.of("true"), Optional.empty(), missing, Map.of());

    assertThat(gap(request, AMPLE))
        .isEqualTo(
            Gap.of(
                GapReason.NOT_FOUND,
                "the folder to run in does not exist: " + missing,
                "Create the folder, or correct the path that names it."));
  }

  @Test
  void aProgramThatTakesTooLongIsEndedWithinTheTimeAllowed() {
    long start = System.nanoTime();

    Gap gap = gap(request(List.of("sleep", "600"), ""), Duration.ofSeconds(2));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(gap)
        .isEqualTo(
            Gap.of(
                GapReason.TIMED_OUT,
                "`sleep` had not ended after 1.5 s and was ended, with all that it started",
                "Raise the check's `timeout`, or run the program by hand to see what it waits"
                    + " for."));
  }

  @Test
  void aProgramThatNeverReadsItsInputIsEndedToo() {
    Gap gap = gap(request(List.of("sleep", "600"), "x".repeat(1 << 20)), Duration.ofSeconds(1));

    assertThat(gap.reason()).isEqualTo(GapReason.TIMED_OUT);
    eventually(() -> threads("stageproof-input").isEmpty());
  }

  @Test
  void endsATreeThatIgnoresThePoliteWay() throws Exception {
    Gap gap =
        gap(
            script(
                "trap '' TERM; (trap '' TERM; sleep 601 & echo $! >a; wait) &"
                    + " echo $! >b; while :; do sleep 1; done"),
            Duration.ofSeconds(3));

    assertThat(gap.reason()).isEqualTo(GapReason.TIMED_OUT);
    assertGone("a");
    assertGone("b");
  }

  @Test
  void endsAnOrphanThatKeepsTheOutputOpen() throws Exception {
    long start = System.nanoTime();

    ProcessObservation seen = run("sleep 602 & echo $! >a; echo started");

    assertThat(seen.stdout()).isEqualTo("started\n");
    assertThat(seen.exitCode()).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertGone("a");
  }

  @Test
  void endsAnOrphanThatFloodsTheOutput() throws Exception {
    ProcessObservation seen = run("(trap '' TERM; echo $$ >a; exec yes) & echo $! >b");

    assertThat(seen.exitCode()).isZero();
    assertGone("b");
  }

  @Test
  void endsAnOrphanInASessionOfItsOwn() throws Exception {
    run("(setsid sh -c 'echo $$ >a; exec sleep 603' &) ; while ! test -s a; do :; done");

    assertGone("a");
  }

  @Test
  void anInterruptionEndsTheTree() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    CountDownLatch ended = new CountDownLatch(1);
    Thread look =
        new Thread(
            () -> {
              try {
                run("sleep 604 & echo $! >a; wait");
              } catch (Throwable e) {
                thrown.set(e);
              }
              ended.countDown();
            });
    look.start();
    eventually(() -> filled("a"));
    look.interrupt();

    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertGone("a");
  }

  @Test
  void leavesNoThreadBehind() throws Exception {
    run("echo done");
    gap(request(List.of("sleep", "605"), ""), Duration.ofMillis(400));

    eventually(() -> threads("stageproof-").isEmpty());
  }

  @Test
  void withoutTimeLeftNothingGoesOn() {
    assertThat(gap(request(List.of("sleep", "606"), ""), Duration.ZERO).reason())
        .isEqualTo(GapReason.TIMED_OUT);
  }

  @Test
  void answersProcessRequests() {
    assertThat(probe.requestType()).isEqualTo(ProcessRequest.class);
    assertThatThrownBy(() -> new ProcessRequest(List.of(), Optional.empty(), "/", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ProcessRequest request(List<String> argv, String stdin) {
    return new ProcessRequest(argv, Optional.of(stdin), folder.toString(), Map.of());
  }

  private ProcessRequest script(String text) {
    return request(List.of("sh", "-c", text), "");
  }

  private ProcessObservation run(String script) throws Exception {
    return observe(script(script));
  }

  private ProcessObservation observe(ProcessRequest request) throws Exception {
    return probe.observe(request, Deadline.in(AMPLE));
  }

  private Gap gap(ProcessRequest request, Duration limit) {
    return catchThrowableOfType(
            UnobservedException.class, () -> probe.observe(request, Deadline.in(limit)))
        .gap();
  }

  private boolean filled(String file) {
    try {
      return Files.exists(folder.resolve(file)) && Files.size(folder.resolve(file)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A zombie that nobody has collected yet has no command any more. */
  private void assertGone(String file) throws Exception {
    long pid = Long.parseLong(Files.readString(folder.resolve(file)).strip());
    eventually(() -> ProcessHandle.of(pid).flatMap(p -> p.info().command()).isEmpty());
  }

  private static List<String> threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith(prefix))
        .toList();
  }

  private static void eventually(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
