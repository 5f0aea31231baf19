package dev.stageproof.checks.websocket;

import dev.stageproof.checks.requests.Answerers;
import dev.stageproof.checks.requests.Asked;
import dev.stageproof.checks.requests.Asking;
import dev.stageproof.model.Evaluation;
import dev.stageproof.observe.WebSocketRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Talks to a WebSocket service and compares what comes with what is expected. */
public final class WebSocketCheck implements CheckType<WebSocketSettings> {

  /** For connecting and for goodbyes. */
  private static final Duration REST = Duration.ofSeconds(15);

  @Override
  public String name() {
    return "websocket";
  }

  @Override
  public String title() {
    return "WebSocket";
  }

  @Override
  public Class<WebSocketSettings> settingsType() {
    return WebSocketSettings.class;
  }

  @Override
  public Duration timeout(WebSocketSettings settings) {
    return settings.within().plus(settings.further()).plus(REST);
  }

  @Override
  public CheckPlan plan(WebSocketSettings settings, CheckContext context) {
    Planned planned = new Planned(settings, context);
    Asking asking = planned.asking();
    return asking.gap().map(CheckPlan::impossible).orElseGet(() -> asking.plan(planned.asked()));
  }

  @Override
  public Evaluation evaluate(
      WebSocketSettings settings, CheckContext context, Observations observations) {
    Planned planned = new Planned(settings, context);
    List<Asked<WebSocketRequest>> all = planned.asked();
    Answerers answerers = planned.asking().answerers(all, observations);
    List<Spoken> spoken =
        all.stream()
            .map(
                asked ->
                    Spoken.of(
                        settings, context, asked, observations.of(asked.request()), answerers))
            .toList();
    return Evaluation.of(
            spoken.stream().map(Spoken::headline).collect(Collectors.joining("; ")),
            spoken.stream().flatMap(each -> each.labelled().stream()).toList())
        .withMetrics(spoken.stream().flatMap(each -> each.metrics().stream()).toList())
        .withExcerpts(spoken.stream().flatMap(each -> each.excerpts().stream()).toList());
  }
}
