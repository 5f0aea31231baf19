package dev.stageproof.checks.http;

import dev.stageproof.model.Gap;
import dev.stageproof.model.Identity;
import dev.stageproof.observe.Access;
import dev.stageproof.observe.AnswerersRequest;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.observe.LogSource;
import dev.stageproof.observe.ServiceAddresses;
import dev.stageproof.observe.TraceId;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.UntaggedRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what one check has to ask in this run, and where. */
record Asking(HttpSettings settings, CheckContext context) {

  /** Why nothing can be asked. */
  Optional<Gap> gap() {
    boolean revision = settings.at() != At.SERVICE;
    if (settings.url().isPresent()) {
      return Optional.empty();
    }
    if (revision && context.target() instanceof CheckContext.Unknown unknown) {
      return Optional.of(unknown.gap());
    }
    if (settings.at() != At.REVISION && context.serviceUrl().isEmpty()) {
      return Optional.of(context.noAddress());
    }
    return revision && revisionUrl().isEmpty()
        ? Optional.of(UntaggedRevision.gap(context.identity().orElseThrow()))
        : Optional.empty();
  }

  /** What is asked; only without a {@link #gap()}. */
  List<Asked> asked() {
    boolean both = settings.at() == At.BOTH;
    List<Asked> asked = new ArrayList<>();
    if (settings.at() != At.REVISION) {
      asked.add(asked(both ? "service" : "", context.serviceUrl()));
    }
    if (settings.at() != At.SERVICE) {
      asked.add(asked(both ? "revision" : "", revisionUrl()));
    }
    return asked;
  }

  private Asked asked(String place, Optional<String> base) {
    String url = settings.address(base).orElseThrow();
    Access access =
        settings
            .auth()
            .map(own -> Access.configured(own, context, url))
            .orElseGet(() -> Access.planned(context, url));
    HttpRequest request = settings.request(url, access);
    return new Asked(place, logged(url) ? request.traced(trace(request)) : request);
  }

  /** The look into the request log; empty when nothing is looked for there. */
  Optional<AnswerersRequest> answerers() {
    List<HttpRequest> traced =
        asked().stream()
            .map(Asked::request)
            .filter(request -> request.trace().isPresent())
            .toList();
    return traced.isEmpty()
        ? Optional.empty()
        : context.identity().map(tested -> answerers(tested, traced));
  }

  private AnswerersRequest answerers(Identity tested, List<HttpRequest> traced) {
    LogSource source =
        new LogSource(tested.project(), tested.region(), tested.service(), tested.revision());
    return new AnswerersRequest(source, context.now(), traced, settings.answeredBy().maxLag());
  }

  private boolean logged(String url) {
    return settings.answeredBy().byLog()
        && context.identity().isPresent()
        && ServiceAddresses.of(context).include(url);
  }

  /**
   * Rests on nothing that may be secret: neither on the query nor on a header's value or a body.
   */
  private TraceId trace(HttpRequest request) {
    List<String> words = new ArrayList<>();
    words.add(request.method());
    words.add(request.url().replaceAll("[?#].*$", ""));
    words.addAll(request.headers().keySet());
    return TraceId.of(context.now(), words);
  }

  private Optional<String> revisionUrl() {
    return context.identity().flatMap(Identity::revisionUrl);
  }
}
