package dev.stageproof.cli;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.Reference;
import dev.stageproof.gate.Reference.TypeReference;
import dev.stageproof.gate.UsageException;
import dev.stageproof.refdoc.ReferencePages;
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
@Command(
    name = "checks",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists the check types, or explains one.")
final class ChecksCommand implements Callable<Integer>, Verbose {
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
    out.print(type.isPresent() ? page(reference, type.get()) : index(reference));
    return ExitCode.PASS.code();
  }

  private static String index(Reference reference) {
    return ReferencePages.text(Documents.types(reference));
  }

  private static String page(Reference reference, String name) throws UsageException {
    TypeReference type = reference.type(name);
    return ReferencePages.text(
        type.name(), type.title(), reference.common(), type.settings(), type.example());
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}
