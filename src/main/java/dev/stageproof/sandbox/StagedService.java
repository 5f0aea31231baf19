package dev.stageproof.sandbox;

import io.grpc.Status;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The staged service. A request's entry is in the request log before its answer goes out. */
final class StagedService {
  private final Clock clock;
  private final Container container;
  private final RequestLog log;
  private final CallLog calls;
  private final FaultGate gate;
  private final FrontEnd front;
  private final Sockets sockets;

  StagedService(
      Clock clock,
      Container container,
      RequestLog log,
      CallLog calls,
      FaultGate gate,
      FrontEnd front) {
    this.clock = clock;
    this.container = container;
    this.log = log;
    this.calls = calls;
    this.gate = gate;
    this.front = front;
    this.sockets = new Sockets(log);
  }

  /**
   * Answers a request, at once or after its route's delay; under a hang never.
   *
   * @param base the URL of the address that was asked, without a path
   * @param revision that the address leads to; empty when it leads nowhere
   */
  void answer(Visitor visitor, String base, Optional<ScenarioRevision> revision) {
    Optional<RequestLog.Visit> visit = log.visit(visitor, base, revision, clock.instant());
    calls.add(Api.HTTP, visitor.method(), visitor.target());
    Optional<Fault> fault = gate.next(Api.HTTP, FrontEnd.INVOKE);
    if (fault.isPresent() && fault.get().status().isEmpty()) {
      return;
    }
    Optional<Turned> turned = turned(visitor, fault, revision);
    if (turned.isPresent()) {
      Reply reply = Reply.of(turned.get().answer());
      visit.ifPresent(led -> log.write(led, turned.get(), reply.body().size()));
      visitor.answer(reply, clock.instant());
    } else {
      answer(visit.orElseThrow(), fault);
    }
  }

  private Optional<Turned> turned(
      Visitor visitor, Optional<Fault> fault, Optional<ScenarioRevision> revision) {
    return front
        .turnAway(visitor)
        .or(() -> fault.flatMap(denied -> FrontEnd.denied(denied, visitor.path())))
        .or(() -> revision.isEmpty() ? Optional.of(Turned.notFound()) : Optional.empty());
  }

  /** The container answers, or fails as a fault says. */
  private void answer(RequestLog.Visit visit, Optional<Fault> fault) {
    if (fault.isPresent()) {
      answer(visit, new Container.Answer(refusal(fault.get()), Optional.empty()));
      return;
    }
    container
        .socket(visit.visitor(), visit.revision())
        .ifPresentOrElse(
            socket -> upgrade(visit, socket),
            () -> answer(visit, container.answer(visit.visitor(), visit.revision())));
  }

  private void upgrade(RequestLog.Visit visit, ScenarioSocket socket) {
    sockets
        .open(visit, socket)
        .ifPresent(reply -> answer(visit, new Container.Answer(reply, Optional.empty())));
  }

  private static Reply refusal(Fault fault) {
    Status.Code code = fault.status().orElseThrow();
    String usual = Refusal.usual(code, FrontEnd.INVOKE, "the service");
    return Reply.text(HttpStatus.of(code), fault.message().orElse(usual));
  }

  private void answer(RequestLog.Visit visit, Container.Answer answer) {
    if (answer.delay().isEmpty()) {
      finish(visit, answer.reply());
      return;
    }
    var unused =
        visit
            .visitor()
            .channel()
            .eventLoop()
            .schedule(
                () -> finish(visit, answer.reply()),
                answer.delay().get().toNanos(),
                TimeUnit.NANOSECONDS);
  }

  private void finish(RequestLog.Visit visit, Reply reply) {
    log.write(visit, reply.status(), reply.body().size());
    visit.visitor().answer(reply, clock.instant());
  }
}
