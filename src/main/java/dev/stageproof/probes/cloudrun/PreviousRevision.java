package dev.stageproof.probes.cloudrun;

import com.google.cloud.run.v2.ListRevisionsRequest;
import com.google.cloud.run.v2.ListRevisionsResponse;
import com.google.cloud.run.v2.Revision;
import com.google.cloud.run.v2.RevisionsClient;
import com.google.protobuf.util.Timestamps;
import dev.stageproof.observe.DeploymentObservation.Previous;
import dev.stageproof.probes.google.Asked;
import dev.stageproof.probes.google.Call;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the revision that was created last before another one. It is a help for comparisons, not
 * part of the deployment's identity: where the list can't be had (it needs the permission {@code
 * run.revisions.list}), there is no previous revision and the look goes on.
 *
 * @param asked what is asked, for the call
 * @param context the deadline of the whole look
 */
record PreviousRevision(RevisionsClient client, Asked asked, ProbeContext context) {

  /** Few enough for one answer; most services have fewer revisions. */
  private static final int PAGE_SIZE = 100;

  /** With 100 a page all of the 1,000 revisions that Cloud Run keeps of a service. */
  private static final int MOST_PAGES = 10;

  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** The one before the revision, among those that the list shows. */
  Optional<Previous> of(Revision revision, String service) throws InterruptedException {
    try {
      return list(service).stream()
          .filter(other -> other.hasCreateTime() && !other.getName().equals(revision.getName()))
          .filter(other -> isBefore(other, revision))
          .max(Comparator.comparing(Revision::getCreateTime, Timestamps.comparator()))
          .map(PreviousRevision::read);
    } catch (UnobservedException e) {
      return Optional.empty();
    }
  }

  private List<Revision> list(String service) throws UnobservedException, InterruptedException {
    Call call = new Call(asked, ShortLook.within(context, LIMIT));
    List<Revision> all = new ArrayList<>();
    String token = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      ListRevisionsResponse answer = call.of(client.listRevisionsCallable(), page(service, token));
      all.addAll(answer.getRevisionsList());
      token = answer.getNextPageToken();
      if (token.isEmpty()) {
        return all;
      }
    }
    return all;
  }

  private static ListRevisionsRequest page(String service, String token) {
    return ListRevisionsRequest.newBuilder()
        .setParent(service)
        .setPageSize(PAGE_SIZE)
        .setPageToken(token)
        .build();
  }

  private static boolean isBefore(Revision other, Revision revision) {
    return Timestamps.compare(other.getCreateTime(), revision.getCreateTime()) < 0;
  }

  private static Previous read(Revision revision) {
    return new Previous(
        Names.last(revision.getName()), ConditionReader.instant(revision.getCreateTime()));
  }
}
