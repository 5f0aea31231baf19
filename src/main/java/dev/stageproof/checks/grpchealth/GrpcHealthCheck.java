package dev.stageproof.checks.grpchealth;

import dev.stageproof.checks.requests.Answerers;
import dev.stageproof.checks.requests.Asked;
import dev.stageproof.checks.requests.Asking;
import dev.stageproof.checks.requests.Door;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.observe.GrpcHealthRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.util.List;
import java.util.stream.Collectors;

/** Asks a gRPC server for its health and compares that with what is expected. */
public final class GrpcHealthCheck implements CheckType<GrpcHealthSettings> {

  @Override
  public String name() {
    return "grpc-health";
  }

  @Override
  public String title() {
    return "gRPC health";
  }

  @Override
  public Section section() {
    return Section.HEALTH;
  }

  @Override
  public Class<GrpcHealthSettings> settingsType() {
    return GrpcHealthSettings.class;
  }

  @Override
  public CheckPlan plan(GrpcHealthSettings settings, CheckContext context) {
    Asking asking = settings.asking(context);
    return asking
        .gap()
        .map(CheckPlan::impossible)
        .orElseGet(() -> asking.plan(settings.asked(asking)));
  }

  @Override
  public Evaluation evaluate(
      GrpcHealthSettings settings, CheckContext context, Observations observations) {
    Asking asking = settings.asking(context);
    List<Asked<GrpcHealthRequest>> all = settings.asked(asking);
    Answerers answerers = asking.answerers(all, observations);
    List<Told> told =
        all.stream()
            .map(
                asked ->
                    Told.of(
                        settings,
                        asked,
                        observations.of(asked.request()),
                        new Door(asked.request().access(), context.identity()),
                        answerers))
            .toList();
    return Evaluation.of(
            told.stream().map(Told::headline).collect(Collectors.joining("; ")),
            told.stream().flatMap(each -> each.labelled().stream()).toList())
        .withMetrics(told.stream().flatMap(each -> each.metrics().stream()).toList())
        .withExcerpts(told.stream().map(Told::excerpt).toList());
  }
}
