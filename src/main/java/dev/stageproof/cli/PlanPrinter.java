package dev.stageproof.cli;

import dev.stageproof.gate.Planning;
import dev.stageproof.gate.Planning.Look;
import dev.stageproof.gate.Planning.Planned;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Usage;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Prints a plan: the looks by whom they ask, then what they come to. */
final class PlanPrinter {
  private final PrintStream out;
  private String group = "";

  PlanPrinter(PrintStream out) {
    this.out = out;
  }

  void print(Planned planned) {
    planned.assumptions().forEach(text -> out.println("# " + text));
    planned.looks().forEach(this::look);
    baseline(planned.baseline());
    planned
        .unplanned()
        .forEach(
            (check, gap) -> {
              out.println("\n" + check + " can't be planned: " + Text.line(gap.message()));
              out.println("  -> " + Text.line(gap.settle()));
            });
    sums(planned);
    needs(planned);
  }

  private void baseline(List<Look> looks) {
    if (!looks.isEmpty()) {
      out.println("\n# to compare with the baseline");
      looks.forEach(this::look);
    }
  }

  private void look(Look look) {
    if (!look.whom().equals(group)) {
      group = look.whom();
      out.println("\n== " + Text.line(group));
    }
    out.println();
    out.println(Text.line(look.subject()));
    String serves =
        look.checks().isEmpty()
            ? "finds the target, and looks again at the end"
            : String.join(", ", look.checks());
    out.println("  for: " + serves);
    if (!look.permissions().isEmpty()) {
      out.println("  needs: " + names(look.permissions()));
    }
    look.cost().ifPresent(cost -> out.println("  costs: " + cost));
    if (look.executes()) {
      out.println("  runs a program: needs --allow-exec");
    }
    look.creates().ifPresent(what -> out.println("  creates and deletes: " + Text.line(what)));
    look.reproduce().forEach(command -> out.println(command.indent(2).stripTrailing()));
  }

  /** Permissions of one role together: "a.get, a.list (roles/a.viewer)". */
  private static String names(List<Permission> permissions) {
    Map<String, Set<String>> byRole = new LinkedHashMap<>();
    permissions.forEach(
        need -> byRole.computeIfAbsent(need.role(), x -> new LinkedHashSet<>()).add(need.name()));
    return String.join(
        ", ",
        byRole.entrySet().stream()
            .map(entry -> String.join(", ", entry.getValue()) + " (" + entry.getKey() + ")")
            .toList());
  }

  private void sums(Planned planned) {
    out.println("\n== In all");
    out.println();
    out.println(planned.all().size() + " looks");
    Map<String, Integer> least = new TreeMap<>();
    planned.all().stream()
        .flatMap(look -> look.least().stream())
        .forEach(usage -> least.merge(usage.unit(), usage.least(), Integer::sum));
    least.forEach(
        (unit, sum) -> out.println("  at least " + sum + " " + unit + limit(unit, planned)));
    long programs = planned.all().stream().filter(Look::executes).count();
    if (programs > 0) {
      out.println("  " + programs + " of them run programs, with --allow-exec only");
    }
  }

  private static String limit(String unit, Planned planned) {
    return unit.equals(Usage.LOG_READS)
        ? ", never more than %d a minute".formatted(planned.logReadsPerMinute())
        : "";
  }

  private void needs(Planned planned) {
    if (planned.grants().isEmpty()) {
      return;
    }
    out.println("\n== Access that the account needs");
    planned
        .grants()
        .forEach(
            (role, command) -> {
              Set<String> names = new TreeSet<>();
              planned.all().stream()
                  .flatMap(look -> look.permissions().stream())
                  .filter(need -> need.role().equals(role))
                  .forEach(need -> names.add(need.name()));
              out.println("\n" + role + ": " + String.join(", ", names));
              out.println("  " + command);
            });
    out.println(
        "\n"
            + Planning.MEMBER
            + " is the account: user:NAME@DOMAIN or serviceAccount:NAME@PROJECT.iam.gserviceaccount.com");
  }
}
