package dev.stageproof.probes.logging;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.LogFilter;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.probes.google.Asked;
import dev.stageproof.probes.google.GoogleApi;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Shell;

/** What the failures of a log read mean. */
final class LogFailures {
  private LogFailures() {}

  static Gap filterTooLong(int length) {
    return Gap.of(
        GapReason.MALFORMED,
        "the filter has %d characters; Cloud Logging takes %d".formatted(length, LogFilter.LONGEST),
        "shorten the names under `target`");
  }

  static Asked of(LogReadRequest request, GoogleApi api, Permission permission) {
    Gap missing =
        Gap.of(
            GapReason.NOT_FOUND,
            "Cloud Logging knows no project " + request.source().project(),
            "correct `target.project`; `gcloud projects describe %s` shows whether it exists"
                .formatted(Shell.word(request.source().project())));
    return new Asked(
        api,
        request.source().project(),
        permission,
        missing,
        "raise `timeout` of the check or shorten `window`, then run again");
  }
}
