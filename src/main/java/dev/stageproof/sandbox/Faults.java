package dev.stageproof.sandbox;

import java.util.EnumMap;
import java.util.Map;

/**
 * The faults of a scenario. Immutable.
 *
 * @param byApi at most one fault for each API
 * @param emptyPages how many pages of every log listing come empty, with a page token, before the
 *     first entry does; the real API does so when it "did not have time to search all"
 */
public record Faults(Map<Api, Fault> byApi, int emptyPages) {

  public Faults {
    byApi = Map.copyOf(byApi);
  }

  /** Everything works. */
  public static Faults none() {
    return new Faults(Map.of(), 0);
  }

  /** These faults, with this one for the API. */
  public Faults with(Api api, Fault fault) {
    Map<Api, Fault> more = new EnumMap<>(Api.class);
    more.putAll(byApi);
    more.put(api, fault);
    return new Faults(more, emptyPages);
  }

  /** These faults, and this many empty pages ahead of every log listing. */
  public Faults withEmptyPages(int pages) {
    return new Faults(byApi, pages);
  }
}
