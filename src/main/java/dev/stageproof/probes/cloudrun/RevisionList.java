package dev.stageproof.probes.cloudrun;

import com.google.cloud.run.v2.ListRevisionsRequest;
import com.google.cloud.run.v2.ListRevisionsResponse;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.RevisionsClient;
import com.google.protobuf.util.Timestamps;
import dev.stageproof.model.Gap;
import dev.stageproof.observe.DeploymentObservation.Previous;
import dev.stageproof.probes.google.Call;
import dev.stageproof.spi.UnobservedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The revisions of a service, or why they can't be listed: that needs a permission of its own,
 * {@code run.revisions.list}, and most looks can do without.
 *
 * @param revisions empty when there is a gap
 */
record RevisionList(List<Revision> revisions, Optional<Gap> gap) {

  /** Few enough for one answer; most services have fewer revisions. */
  private static final int PAGE_SIZE = 100;

  /** With 100 a page all of the 1,000 revisions that Cloud Run keeps of a service. */
  private static final int MOST_PAGES = 10;

  static RevisionList read(RevisionsClient client, Call call, String service)
      throws InterruptedException {
    try {
      return new RevisionList(pages(client, call, service), Optional.empty());
    } catch (UnobservedException e) {
      return new RevisionList(List.of(), Optional.of(e.gap()));
    }
  }

  private static List<Revision> pages(RevisionsClient client, Call call, String service)
      throws UnobservedException, InterruptedException {
    List<Revision> all = new ArrayList<>();
    String token = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      ListRevisionsResponse answer = call.of(client.listRevisionsCallable(), page(service, token));
      all.addAll(answer.getRevisionsList());
      token = answer.getNextPageToken();
      if (token.isEmpty()) {
        break;
      }
    }
    return List.copyOf(all);
  }

  private static ListRevisionsRequest page(String service, String token) {
    return ListRevisionsRequest.newBuilder()
        .setParent(service)
        .setPageSize(PAGE_SIZE)
        .setPageToken(token)
        .build();
  }

  /** The one that was created last before another one. */
  Optional<Revision> before(Revision revision) {
    return revisions.stream()
        .filter(other -> other.hasCreateTime() && !other.getName().equals(revision.getName()))
        .filter(other -> isBefore(other, revision))
        .max(Comparator.comparing(Revision::getCreateTime, Timestamps.comparator()));
  }

  private static boolean isBefore(Revision other, Revision revision) {
    return Timestamps.compare(other.getCreateTime(), revision.getCreateTime()) < 0;
  }

  Optional<Previous> previous(Revision revision) {
    return before(revision)
        .map(
            other ->
                new Previous(
                    Names.last(other.getName()),
                    ConditionReader.instant(other.getCreateTime()),
                    ContainerReader.served(other).getImage()));
  }

  /** Short names. */
  List<String> names() {
    return revisions.stream().map(revision -> Names.last(revision.getName())).toList();
  }
}
