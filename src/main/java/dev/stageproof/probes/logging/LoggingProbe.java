package dev.stageproof.probes.logging;

import com.google.cloud.logging.v2.LoggingClient;
import com.google.cloud.logging.v2.LoggingSettings;
import com.google.logging.v2.LogEntry;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Narrowed;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.probes.entries.Tally;
import dev.stageproof.probes.google.Call;
import dev.stageproof.probes.google.GoogleApi;
import dev.stageproof.probes.google.LazyClient;
import dev.stageproof.probes.google.Proofs;
import dev.stageproof.probes.job.JobProbe;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads one revision's log in one window, oldest entry first, and counts the hits of all matchers
 * on the way. First it waits until ingestion has passed the window's end, so that what is missing
 * from the read is missing from the log. What lies beyond the read's bound is read narrowed to the
 * entries that can be hits.
 */
public final class LoggingProbe implements Probe<LogReadRequest, LogReadObservation> {

  private static final Permission LIST =
      new Permission("logging.logEntries.list", "roles/logging.viewer");

  private final LazyClient<LoggingClient> client =
      new LazyClient<>(LoggingProbe::api, LoggingProbe::open, LoggingClient::close);

  private final ReadBudget budget = new ReadBudget();
  private final Proofs proofs = new Proofs();
  private final AnswerersProbe answerers = new AnswerersProbe(this::pages);
  private final JobProbe jobs = new JobProbe(this::read);

  @Override
  public Class<LogReadRequest> requestType() {
    return LogReadRequest.class;
  }

  /** What reads the same project's log keeps the same quota. */
  @Override
  public List<Probe<?, ?>> companions() {
    return List.of(answerers, jobs, jobs.trials());
  }

  @Override
  public LogReadObservation observe(LogReadRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    LogPages pages = pages(request.source().project(), context);
    Proof proof = new Ingestion(pages, context, proofs).await(request);
    LogReadRequest closed = request.over(proof.window());
    Tally tally = new Tally(request.questions(), proof.window().start(), request.maxEntries());
    int read = pages.read(LogQuery.of(closed), page -> addAll(page, tally));
    Watermark watermark = new NewestEntry(pages, closed).completed(proof.watermark(), tally);
    List<Narrowed> narrowed = new NarrowedReads(pages, closed).after(tally);
    return tally.observation(proof.window(), read, watermark).with(narrowed);
  }

  private LogPages pages(String project, ProbeContext context)
      throws UnobservedException, InterruptedException {
    LoggingClient open = client.get(context);
    Call call = new Call(LogFailures.of(project, api(context.settings()), LIST), context, budget);
    return new LogPages(open.listLogEntriesCallable(), call);
  }

  private void read(
      String project, String filter, ProbeContext context, Predicate<List<LogEntry>> wantsMore)
      throws UnobservedException, InterruptedException {
    pages(project, context).read(LogQuery.all(project, filter), wantsMore);
  }

  private static boolean addAll(List<LogEntry> page, Tally tally) {
    return page.stream().map(EntryReader::read).allMatch(tally::add);
  }

  private static GoogleApi api(ProbeSettings settings) {
    return new GoogleApi(
        "Cloud Logging",
        "logging.googleapis.com",
        "STAGEPROOF_LOGGING_ENDPOINT",
        settings.endpoints().logging());
  }

  private static LoggingClient open(GoogleApi api) throws IOException {
    return LoggingClient.create(
        api.reach(
                LoggingSettings.newBuilder(),
                LoggingSettings.defaultGrpcTransportProviderBuilder(),
                LoggingSettings.defaultCredentialsProviderBuilder().build())
            .build());
  }

  @Override
  public void close() {
    client.close();
  }
}
