package dev.stageproof.gate;

import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.Publisher;
import dev.stageproof.spi.ReportFormat;
import dev.stageproof.spi.TargetType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The check types, probes, target types and formats at hand; each kind is loaded when asked for.
 */
public final class Catalog {
  private final ClassLoader loader;

  private Catalog(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * What is built in, and what the plug-in jars add.
   *
   * @throws UsageException when a plug-in path can't be read
   */
  public static Catalog with(List<String> pluginPaths) throws UsageException {
    return new Catalog(Plugins.loader(pluginPaths, Catalog.class.getClassLoader()));
  }

  /** Every check type, by name. */
  public List<CheckType<?>> checkTypes() throws UsageException {
    List<CheckType<?>> types = new ArrayList<>();
    load(CheckType.class).forEach(types::add);
    types.sort(Comparator.comparing(CheckType::name));
    return types;
  }

  /** Every report format, by kind. */
  public List<ReportFormat> formats() throws UsageException {
    List<ReportFormat> formats = load(ReportFormat.class);
    formats.sort(Comparator.comparing(ReportFormat::kind));
    return formats;
  }

  /** Every publisher. */
  List<Publisher> publishers() throws UsageException {
    return load(Publisher.class);
  }

  /** New probes; the caller closes them. */
  List<Probe<?, ?>> probes() throws UsageException {
    List<Probe<?, ?>> probes = new ArrayList<>();
    for (Probe<?, ?> probe : load(Probe.class)) {
      probes.add(probe);
      probes.addAll(probe.companions());
    }
    return probes;
  }

  Optional<TargetType<?>> targetType() throws UsageException {
    return load(TargetType.class).stream().findFirst().map(type -> (TargetType<?>) type);
  }

  private <S> List<S> load(Class<S> service) throws UsageException {
    try {
      List<S> found = new ArrayList<>();
      ServiceLoader.load(service, loader).forEach(found::add);
      return found;
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new UsageException("a plug-in can't be loaded: " + e.getMessage(), e);
    }
  }
}
