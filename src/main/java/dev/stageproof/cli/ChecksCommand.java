package dev.stageproof.cli;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.Reference;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stageproof checks [TYPE]}: the reference of check types. */
@Command(name = "checks", description = "Lists the check types, or explains one.")
final class ChecksCommand implements Callable<Integer> {
  private final PrintStream out;

  @Parameters(arity = "0..1", paramLabel = "TYPE", description = "The check type to explain.")
  private Optional<String> type = Optional.empty();

  @Option(names = "--plugins", paramLabel = "PATH", split = ":", description = "As in 'validate'.")
  private List<String> plugins = new ArrayList<>();

  @Mixin private ConsoleOptions console;

  ChecksCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    Reference reference = new Reference(Catalog.with(plugins));
    out.print(
        type.isPresent()
            ? ReferenceText.page(reference.type(type.get()))
            : ReferenceText.index(reference));
    return ExitCode.PASS.code();
  }
}
