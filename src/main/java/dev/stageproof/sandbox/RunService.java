package dev.stageproof.sandbox;

import com.google.cloud.run.v2.GetRevisionRequest;
import com.google.cloud.run.v2.GetServiceRequest;
import com.google.cloud.run.v2.ListRevisionsRequest;
import com.google.cloud.run.v2.ListRevisionsResponse;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.Service;
import io.grpc.StatusRuntimeException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers the reads of the Cloud Run Admin API v2. */
final class RunService {
  private static final String SERVICES = "google.cloud.run.v2.Services";
  private static final String REVISIONS = "google.cloud.run.v2.Revisions";
  static final String GET_SERVICE = "run.services.get";
  static final String GET_REVISION = "run.revisions.get";
  static final String LIST_REVISIONS = "run.revisions.list";
  private static final Pattern NAME =
      Pattern.compile("projects/([^/]+)/locations/([^/]+)/services/([^/]+)(?:/revisions/([^/]+))?");
  private static final int PROJECT = 1;
  private static final int REGION = 2;
  private static final int SERVICE = 3;
  private static final int REVISION = 4;
  private static final int DEFAULT_PAGE_SIZE = 100;

  private final LiveScenario live;
  private final Scenario scenario;
  private final ServiceProto service;
  private final RevisionProtos revisions;

  RunService(LiveScenario live, ServiceProto service, RevisionProtos revisions) {
    this.live = live;
    this.scenario = live.scenario();
    this.service = service;
    this.revisions = revisions;
  }

  List<Rpc<?, ?>> rpcs() {
    return List.of(
        new Rpc<>(
            Api.RUN,
            SERVICES,
            "GetService",
            GetServiceRequest.getDefaultInstance(),
            Service.getDefaultInstance(),
            GET_SERVICE,
            GetServiceRequest::getName,
            GetServiceRequest::getName,
            this::getService),
        new Rpc<>(
            Api.RUN,
            REVISIONS,
            "GetRevision",
            GetRevisionRequest.getDefaultInstance(),
            Revision.getDefaultInstance(),
            GET_REVISION,
            GetRevisionRequest::getName,
            GetRevisionRequest::getName,
            this::getRevision),
        new Rpc<>(
            Api.RUN,
            REVISIONS,
            "ListRevisions",
            ListRevisionsRequest.getDefaultInstance(),
            ListRevisionsResponse.getDefaultInstance(),
            LIST_REVISIONS,
            ListRevisionsRequest::getParent,
            ListRevisionsRequest::getParent,
            this::listRevisions));
  }

  private Service getService(GetServiceRequest request) {
    Matcher name = parse(request.getName(), GET_SERVICE);
    requireService(name);
    return service.service(live.read());
  }

  private Revision getRevision(GetRevisionRequest request) {
    Matcher name = parse(request.getName(), GET_REVISION);
    requireService(name);
    return scenario.revisions().stream()
        .filter(each -> each.name().equals(name.group(REVISION)))
        .findFirst()
        .map(revisions::revision)
        .orElseThrow(() -> notFound("REVISION", name.group(REVISION), name));
  }

  /** The newest first. */
  private ListRevisionsResponse listRevisions(ListRevisionsRequest request) {
    requireService(parse(request.getParent(), LIST_REVISIONS));
    int from = from(request.getPageToken());
    int size = pageSize(request.getPageSize());
    List<Revision> page =
        scenario.revisions().stream()
            .sorted(Comparator.comparing(ScenarioRevision::deployedAgo))
            .skip(from)
            .limit(size)
            .map(revisions::revision)
            .toList();
    boolean more = from + page.size() < scenario.revisions().size();
    return ListRevisionsResponse.newBuilder()
        .addAllRevisions(page)
        .setNextPageToken(more ? Integer.toString(from + size) : "")
        .build();
  }

  private static int pageSize(int asked) {
    if (asked < 0) {
      throw Refusal.invalid("page_size must not be negative, found " + asked);
    }
    return asked == 0 ? DEFAULT_PAGE_SIZE : asked;
  }

  private static int from(String token) {
    if (!token.matches("\\d{0,9}")) {
      throw Refusal.invalid("page_token is not of this question");
    }
    return token.isEmpty() ? 0 : Integer.parseInt(token);
  }

  private Matcher parse(String resource, String permission) {
    Matcher name = NAME.matcher(resource);
    if (!name.matches()) {
      throw Refusal.invalid("'" + resource + "' is not the name of a service or a revision");
    }
    if (!name.group(PROJECT).equals(scenario.project())) {
      throw Refusal.denied(permission, resource);
    }
    return name;
  }

  /** A hyphen stands for every service. */
  private void requireService(Matcher name) {
    String wanted = name.group(SERVICE);
    boolean here = name.group(REGION).equals(scenario.region());
    if (!here || !(wanted.equals("-") || wanted.equals(scenario.service()))) {
      throw notFound("SERVICE", wanted, name);
    }
  }

  private static StatusRuntimeException notFound(String kind, String wanted, Matcher name) {
    return Refusal.notFound(kind, wanted, name.group(REGION), name.group(PROJECT));
  }
}
