package dev.stageproof.checks.requests;

import dev.stageproof.model.Gap;
import dev.stageproof.model.Identity;
import dev.stageproof.observe.Access;
import dev.stageproof.observe.AnswerersRequest;
import dev.stageproof.observe.LogSource;
import dev.stageproof.observe.LoggedRequest;
import dev.stageproof.observe.ServiceAddresses;
import dev.stageproof.observe.TraceId;
import dev.stageproof.spi.Auth;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.UntaggedRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Finds out what one check has to ask in this run, and where.
 *
 * @param at the service's addresses that are asked; of no account with a {@code url}
 * @param url the whole address, where the settings give one
 * @param auth how the requests prove who sends them; as the target says when empty
 */
public record Asking(
    At at, Optional<String> url, Optional<Auth> auth, AnsweredBy answeredBy, CheckContext context) {

  /** Why nothing can be asked. */
  public Optional<Gap> gap() {
    boolean revision = at != At.SERVICE;
    if (url.isPresent()) {
      return Optional.empty();
    }
    if (revision && context.target() instanceof CheckContext.Unknown unknown) {
      return Optional.of(unknown.gap());
    }
    if (at != At.REVISION && context.serviceUrl().isEmpty()) {
      return Optional.of(context.noAddress());
    }
    return revision && revisionUrl().isEmpty()
        ? Optional.of(UntaggedRevision.gap(context.identity().orElseThrow()))
        : Optional.empty();
  }

  /**
   * What is asked; only without a {@link #gap()}.
   *
   * @param address what is asked at a base address, which is empty beside a {@code url}
   * @param request asks an address with the proof that belongs there
   */
  public <R extends LoggedRequest<R>> List<Asked<R>> asked(
      Function<Optional<String>, String> address, BiFunction<String, Access, R> request) {
    boolean both = at == At.BOTH;
    List<Asked<R>> asked = new ArrayList<>();
    if (at != At.REVISION) {
      String there = address.apply(context.serviceUrl());
      asked.add(new Asked<>(both ? "service" : "", traced(request.apply(there, access(there)))));
    }
    if (at != At.SERVICE) {
      String there = address.apply(revisionUrl());
      asked.add(new Asked<>(both ? "revision" : "", traced(request.apply(there, access(there)))));
    }
    return asked;
  }

  private Access access(String there) {
    return auth.map(own -> Access.configured(own, context, there))
        .orElseGet(() -> Access.planned(context, there));
  }

  private <R extends LoggedRequest<R>> R traced(R request) {
    return logged(request.url())
        ? request.traced(TraceId.of(context.now(), request.named()))
        : request;
  }

  /** The plan for what is asked. */
  public <R extends LoggedRequest<R> & Request<?>> CheckPlan plan(List<Asked<R>> asked) {
    List<Request<?>> requests = new ArrayList<>();
    asked.stream().map(Asked::request).distinct().forEach(requests::add);
    List<Request<?>> helpful = new ArrayList<>();
    answerers(asked).ifPresent(helpful::add);
    return new CheckPlan.Ask(requests, helpful);
  }

  /** Who answered, by what was observed. */
  public <R extends LoggedRequest<R>> Answerers answerers(
      List<Asked<R>> asked, Observations observations) {
    return new Answerers(answeredBy, context, observations, answerers(asked));
  }

  /** The look into the request log; empty when nothing is looked for there. */
  private <R extends LoggedRequest<R>> Optional<AnswerersRequest> answerers(List<Asked<R>> asked) {
    List<LoggedRequest<?>> traced = new ArrayList<>();
    asked.stream()
        .map(Asked::request)
        .filter(request -> request.trace().isPresent())
        .forEach(traced::add);
    return traced.isEmpty()
        ? Optional.empty()
        : context.identity().map(tested -> answerers(tested, traced));
  }

  private AnswerersRequest answerers(Identity tested, List<LoggedRequest<?>> traced) {
    LogSource source =
        new LogSource(tested.project(), tested.region(), tested.service(), tested.revision());
    return new AnswerersRequest(source, context.now(), traced, answeredBy.maxLag());
  }

  private boolean logged(String there) {
    return answeredBy.byLog()
        && context.identity().isPresent()
        && ServiceAddresses.of(context).include(there);
  }

  private Optional<String> revisionUrl() {
    return context.identity().flatMap(Identity::revisionUrl);
  }
}
