package dev.stageproof.observe;

import dev.stageproof.spi.Request;
import java.util.List;
import java.util.Optional;

/**
 * A request of stageproof's own that leaves entries in the request log of the service that it goes
 * to, by which it can be found out who answered.
 *
 * @param <R> the request itself
 */
public interface LoggedRequest<R extends LoggedRequest<R>> {

  /** Where it goes: absolute, http or https. */
  String url();

  /** What its entries are found by; empty when nobody looks for them. */
  Optional<TraceId> trace();

  /** The same request, to be looked for. */
  R traced(TraceId id);

  /** How many entries it leaves when nothing comes in between. */
  int entries();

  /**
   * What it is told by from other requests; of nothing that may be secret: neither of the address's
   * query nor of a header's value or a body.
   */
  List<String> named();

  /** See {@link Request#subject}. */
  String subject();

  /** An address without query and fragment, which may hold a secret. */
  static String bare(String url) {
    return url.replaceAll("[?#].*$", "");
  }
}
