package dev.stageproof.sandbox;

import io.grpc.Status;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The faults of a scenario. Immutable.
 *
 * @param byApi at most one fault for each API
 * @param byPermission at most one fault for the calls that need a permission, such as
 *     "run.revisions.list"; goes before the API's
 * @param emptyPages how many pages of every log listing come empty, with a page token, before the
 *     first entry does; the real API does so when it "did not have time to search all"
 */
public record Faults(Map<Api, Fault> byApi, Map<String, Fault> byPermission, int emptyPages) {

  public Faults {
    byApi = Map.copyOf(byApi);
    byPermission = Map.copyOf(byPermission);
  }

  /** Everything works. */
  public static Faults none() {
    return new Faults(Map.of(), Map.of(), 0);
  }

  /** The caller has none of these permissions; everything else works. */
  public static Faults denying(String... permissions) {
    Faults faults = none();
    for (String permission : permissions) {
      faults = faults.with(permission, Fault.refuse(Status.Code.PERMISSION_DENIED));
    }
    return faults;
  }

  /** These faults, with this one for the API. */
  public Faults with(Api api, Fault fault) {
    Map<Api, Fault> more = new EnumMap<>(Api.class);
    more.putAll(byApi);
    more.put(api, fault);
    return new Faults(more, byPermission, emptyPages);
  }

  /**
   * These faults, with this one for the calls that need a permission.
   *
   * @param permission run.services.get, run.services.list, run.services.update, run.revisions.get,
   *     run.revisions.list, run.jobs.*, run.executions.*, run.tasks.*, run.operations.get,
   *     logging.logEntries.list or run.routes.invoke
   */
  public Faults with(String permission, Fault fault) {
    Map<String, Fault> more = new HashMap<>(byPermission);
    more.put(permission, fault);
    return new Faults(byApi, more, emptyPages);
  }

  /** These faults, and this many empty pages ahead of every log listing. */
  public Faults withEmptyPages(int pages) {
    return new Faults(byApi, byPermission, pages);
  }
}
