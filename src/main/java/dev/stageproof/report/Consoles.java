package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Identity;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Window;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pages of the Cloud Console on what is under test, in the forms that its own "share" links have.
 * There are none for a service on the machine itself, which the console knows nothing of.
 */
final class Consoles {
  private static final String HOST = "https://console.cloud.google.com/";
  private static final Pattern LOOPBACK =
      Pattern.compile("https?://(localhost|127\\.|\\[::1]).*", Pattern.DOTALL);

  /** More than any name that the platform gives; a record of other origin may hold anything. */
  private static final int LONGEST_NAME = 100;

  private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");

  /** Where a look at the request log keeps the traces that it asked for. */
  private static final String KIND = "answerers";

  private Consoles() {}

  /** The revision, and its log for the run's window. */
  static List<Page> of(RunRecord run) {
    return known(run).map(identity -> of(identity, run)).orElse(List.of());
  }

  private static List<Page> of(Identity identity, RunRecord run) {
    List<Page> pages = new ArrayList<>();
    String service = encoded(cut(identity.region())) + "/" + encoded(cut(identity.service()));
    pages.add(
        page(
            "Revision in the console", "run/detail/" + service + "/revisions", identity.project()));
    run.window()
        .map(window -> "logs/query;query=" + encoded(filter(identity, window)))
        .ifPresent(path -> pages.add(page("Its log in the console", path, identity.project())));
    return pages;
  }

  /** The trace of a check's last request that was looked for in the request log. */
  static Optional<Page> trace(CheckResult check, Draft draft) {
    return known(draft.run())
        .flatMap(
            identity ->
                check.attempts().stream()
                    .flatMap(attempt -> attempt.evidence().stream())
                    .flatMap(id -> draft.index().evidence(id).stream())
                    .flatMap(item -> sent(item).stream())
                    .reduce((first, last) -> last)
                    .map(trace -> page("Trace", "traces/list", identity.project(), trace)));
  }

  private static Optional<Identity> known(RunRecord run) {
    return run.identity().filter(it -> it.url().filter(Consoles::here).isEmpty());
  }

  private static boolean here(String url) {
    return LOOPBACK.matcher(url).matches();
  }

  private static Optional<String> sent(Evidence item) {
    return item.kind().equals(KIND)
            && item.data().get("traced") instanceof List<?> traced
            && !traced.isEmpty()
            && traced.get(0) instanceof Map<?, ?> first
            && first.get("sent") instanceof String trace
            && TRACE.matcher(trace).matches()
        ? Optional.of(trace)
        : Optional.empty();
  }

  private static String filter(Identity identity, Window window) {
    return """
        resource.type="cloud_run_revision"
        resource.labels.service_name="%s"
        resource.labels.revision_name="%s"
        timestamp>="%s"
        timestamp<"%s\""""
        .formatted(cut(identity.service()), cut(identity.revision()), window.start(), window.end());
  }

  private static Page page(String title, String path, String project) {
    return Page.of(title, HOST + path + "?project=" + encoded(cut(project)));
  }

  private static Page page(String title, String path, String project, String trace) {
    return Page.of(
        title, HOST + path + "?project=" + encoded(cut(project)) + "&tid=" + encoded(trace));
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
