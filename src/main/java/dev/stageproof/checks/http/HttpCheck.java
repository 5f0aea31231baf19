package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.Answerers;
import dev.stageproof.checks.requests.Asked;
import dev.stageproof.checks.requests.Asking;
import dev.stageproof.checks.requests.Door;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.util.List;
import java.util.stream.Collectors;

/** Asks an HTTP endpoint and compares its answers with what is expected. */
public final class HttpCheck implements CheckType<HttpSettings> {

  @Override
  public String name() {
    return "http";
  }

  @Override
  public String title() {
    return "HTTP endpoint";
  }

  @Override
  public Section section() {
    return Section.HEALTH;
  }

  @Override
  public Class<HttpSettings> settingsType() {
    return HttpSettings.class;
  }

  @Override
  public CheckPlan plan(HttpSettings settings, CheckContext context) {
    Asking asking = settings.asking(context);
    return asking
        .gap()
        .map(CheckPlan::impossible)
        .orElseGet(() -> asking.plan(settings.asked(asking)));
  }

  @Override
  public Evaluation evaluate(
      HttpSettings settings, CheckContext context, Observations observations) {
    Asking asking = settings.asking(context);
    List<Asked<HttpRequest>> all = settings.asked(asking);
    Answerers answerers = asking.answerers(all, observations);
    List<Answer> answers =
        all.stream()
            .map(
                asked ->
                    Answer.of(
                        settings,
                        asked,
                        observations.of(asked.request()),
                        new Door(asked.request().access(), context.identity()),
                        answerers))
            .toList();
    return Evaluation.of(
            answers.stream().map(Answer::headline).collect(Collectors.joining("; ")),
            answers.stream().flatMap(answer -> answer.labelled().stream()).toList())
        .withMetrics(answers.stream().flatMap(answer -> answer.metrics().stream()).toList())
        .withExcerpts(answers.stream().map(Answer::excerpt).toList());
  }
}
