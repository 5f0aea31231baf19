package dev.stageproof.checks.http;

import dev.stageproof.model.Evaluation;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
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
    Asking asking = new Asking(settings, context);
    return asking
        .gap()
        .map(CheckPlan::impossible)
        .orElseGet(
            () ->
                new CheckPlan.Ask(
                    asking.asked().stream().<Request<?>>map(Asked::request).distinct().toList(),
                    asking.answerers().stream().<Request<?>>map(look -> look).toList()));
  }

  @Override
  public Evaluation evaluate(
      HttpSettings settings, CheckContext context, Observations observations) {
    Asking asking = new Asking(settings, context);
    Answerers answerers = new Answerers(settings, context, observations, asking.answerers());
    List<Answer> answers =
        asking.asked().stream()
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
