package dev.stageproof.cli;

import dev.stageproof.gate.Catalog;
import dev.stageproof.spi.ReportFormat;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stageproof formats}: what {@code -o} can write. */
@Command(
    name = "formats",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists the kinds of report that -o KIND=PATH writes.")
final class FormatsCommand implements Callable<Integer>, Verbose {
  private final PrintStream out;

  @Option(names = "--plugins", paramLabel = "PATH", split = ":", description = "As in 'validate'.")
  private List<String> plugins = new ArrayList<>();

  @Mixin private ConsoleOptions console;

  FormatsCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    List<ReportFormat> formats = Catalog.with(plugins).formats();
    int width = formats.stream().mapToInt(format -> name(format).length()).max().orElse(1);
    for (ReportFormat format : formats) {
      String name = String.format(Locale.ROOT, "%-" + width + "s", name(format));
      out.print(name + "  " + format.description() + "\n");
    }
    return ExitCode.PASS.code();
  }

  private static String name(ReportFormat format) {
    return format.kind() + format.argument().map(argument -> ":" + argument).orElse("");
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}
