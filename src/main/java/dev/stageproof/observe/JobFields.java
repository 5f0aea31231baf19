package dev.stageproof.observe;

import dev.stageproof.spi.Shell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code gcloud run jobs create} has no flag for: a working directory, and arguments of which
 * two are equal, since {@code --args} refuses those. They are put into the job after it was created
 * and before it runs.
 */
record JobFields(JobRequest request) {
  /** A line after the image's, as far to the right as that; {@code %s} prints more such lines. */
  private static final String ADD = "{print} $1 == \"image:\" {sub(/image:.*/, \"\")%s}";

  /** What YAML ends a line at, or does not take as it is. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cntrl}\\x80-\\x9f\\u2028\\u2029\\ufeff]");

  private static final String PRINT = "; print $0 ENVIRON[\"%s\"]";

  private List<String> arguments() {
    return request.argv().subList(1, request.argv().size());
  }

  /** Whether there are any. */
  boolean needed() {
    return request.directory().isPresent()
        || new HashSet<>(arguments()).size() < arguments().size();
  }

  /** Shows the job, adds the fields and gives it back; the project's number is left out. */
  String command(String show, String giveBack) {
    List<String> variables = new ArrayList<>();
    StringBuilder prints = new StringBuilder();
    if (!arguments().isEmpty()) {
      String list = arguments().stream().map(JobFields::text).collect(Collectors.joining(", "));
      variables.add("ARGS=" + Shell.word("args: [" + list + "]"));
      prints.append(PRINT.formatted("ARGS"));
    }
    request
        .directory()
        .ifPresent(
            folder -> {
              variables.add("FOLDER=" + Shell.word("workingDir: " + text(folder)));
              prints.append(PRINT.formatted("FOLDER"));
            });
    String awk = "/^  namespace:/ {next} " + ADD.formatted(prints);
    return "%s | %s awk %s | %s"
        .formatted(show, String.join(" ", variables), Shell.word(awk), giveBack);
  }

  /** In YAML, on one line. */
  private static String text(String value) {
    String escaped = value.replaceAll("[\\\\\"]", "\\\\$0");
    return '"'
        + UNPRINTABLE
            .matcher(escaped)
            .replaceAll(each -> "\\\\u%04x".formatted((int) each.group().charAt(0)))
        + '"';
  }
}
