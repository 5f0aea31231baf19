package dev.stageproof.probes.cloudrun;

import com.google.cloud.run.v2.GetRevisionRequest;
import com.google.cloud.run.v2.GetServiceRequest;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.RevisionName;
import com.google.cloud.run.v2.Service;
import com.google.cloud.run.v2.ServiceName;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Traffic;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.probes.google.Asked;
import dev.stageproof.probes.google.Call;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.RevisionSelector;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.util.Optional;

/** One look at a deployment: finds out which revision is meant, then reads it. */
final class DeploymentLook {

  /** What the list of revisions may take where the look can do without it. */
  private static final Duration LIST_LIMIT = Duration.ofSeconds(5);

  private final DeploymentRequest request;
  private final RunClients clients;
  private final DeploymentQuestions questions;
  private final ProbeContext context;
  private Optional<RevisionList> list = Optional.empty();

  DeploymentLook(
      DeploymentRequest request,
      RunClients clients,
      DeploymentQuestions questions,
      ProbeContext context) {
    this.request = request;
    this.clients = clients;
    this.questions = questions;
    this.context = context;
  }

  /**
   * Looks.
   *
   * @throws UnobservedException when the service or the revision can't be seen
   */
  DeploymentObservation observe() throws UnobservedException, InterruptedException {
    Service service =
        call(questions.service())
            .of(
                clients.services().getServiceCallable(),
                GetServiceRequest.newBuilder().setName(serviceName()).build());
    Revision revision = revision(service);
    RevisionList listed = list();
    return new DeploymentObservation(
        ServiceReader.read(service),
        RevisionReader.read(revision),
        listed.previous(revision),
        listed.gap());
  }

  private Revision revision(Service service) throws UnobservedException, InterruptedException {
    RevisionSelector selector = request.selector();
    if (selector instanceof RevisionSelector.Named named) {
      return named(named.name());
    }
    if (selector instanceof RevisionSelector.Tag tag) {
      return get(tagged(tag, ServiceReader.read(service)));
    }
    return switch ((RevisionSelector.Moving) selector) {
      case LATEST_READY -> get(latestReady(service));
      case LATEST_CREATED -> get(latestCreated(service));
      case PREVIOUS -> before(get(latestReady(service)));
    };
  }

  /** A name may be mistyped: the list tells which one was meant. */
  private Revision named(String name) throws UnobservedException, InterruptedException {
    try {
      return get(name);
    } catch (UnobservedException e) {
      if (e.gap().reason() != GapReason.NOT_FOUND) {
        throw e;
      }
      throw new UnobservedException(questions.unknown(name, list().names()), e);
    }
  }

  private String tagged(RevisionSelector.Tag tag, DeploymentObservation.Service service)
      throws UnobservedException {
    Optional<String> revision =
        service.traffic().stream()
            .filter(part -> part.tag().filter(tag.name()::equals).isPresent())
            .map(Traffic::revision)
            .findFirst();
    if (revision.isEmpty()) {
      throw new UnobservedException(questions.unknownTag(tag.name(), service));
    }
    return revision.get();
  }

  private String latestReady(Service service) throws UnobservedException {
    if (service.getLatestReadyRevision().isEmpty()) {
      throw new UnobservedException(questions.neverReady(ServiceReader.read(service)));
    }
    return Names.last(service.getLatestReadyRevision());
  }

  private String latestCreated(Service service) throws UnobservedException {
    if (service.getLatestCreatedRevision().isEmpty()) {
      throw new UnobservedException(questions.neverCreated(ServiceReader.read(service)));
    }
    return Names.last(service.getLatestCreatedRevision());
  }

  private Revision before(Revision latest) throws UnobservedException, InterruptedException {
    RevisionList listed = list();
    if (listed.gap().isPresent()) {
      throw new UnobservedException(listed.gap().get());
    }
    Optional<Revision> before = listed.before(latest);
    if (before.isEmpty()) {
      throw new UnobservedException(questions.nothingBefore(Names.last(latest.getName())));
    }
    return before.get();
  }

  private Revision get(String name) throws UnobservedException, InterruptedException {
    RevisionName full =
        RevisionName.of(request.project(), request.region(), request.service(), name);
    Revision revision =
        call(questions.revision(name))
            .of(
                clients.revisions().getRevisionCallable(),
                GetRevisionRequest.newBuilder().setName(full.toString()).build());
    if (!revision.hasCreateTime()) {
      throw new UnobservedException(questions.withoutTime(name));
    }
    return revision;
  }

  private RevisionList list() throws InterruptedException {
    if (list.isEmpty()) {
      Call call = new Call(questions.revisions(), ShortLook.within(context, LIST_LIMIT));
      list = Optional.of(RevisionList.read(clients.revisions(), call, serviceName()));
    }
    return list.get();
  }

  private Call call(Asked asked) {
    return new Call(asked, context);
  }

  private String serviceName() {
    return ServiceName.of(request.project(), request.region(), request.service()).toString();
  }
}
