package dev.stageproof.cli;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.Reference;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stageproof schema}: the JSON Schemas. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints the JSON Schema of the configuration, or of the run record.")
final class SchemaCommand implements Callable<Integer>, Verbose {

  /** What has a schema. */
  enum Document {
    CONFIG,
    RECORD
  }

  private final PrintStream out;

  @Parameters(
      arity = "0..1",
      paramLabel = "DOCUMENT",
      defaultValue = "config",
      description = "config (the default) or record.")
  private Document document;

  @Option(names = "--plugins", paramLabel = "PATH", split = ":", description = "As in 'validate'.")
  private List<String> plugins = new ArrayList<>();

  @Mixin private ConsoleOptions console;

  SchemaCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    Reference reference = new Reference(Catalog.with(plugins));
    boolean config = document == Document.CONFIG;
    out.print(config ? Documents.configSchema(reference) : Documents.recordSchema(reference));
    return ExitCode.PASS.code();
  }

  @Override
  public int verbosity() {
    return console.verbosity();
  }
}
