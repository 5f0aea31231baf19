package dev.stageproof.formats.prometheus;

import dev.stageproof.model.RunRecord;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;

/**
 * Gauges in the text exposition format 0.0.4: the verdict and each check's outcome as state sets,
 * lengths of time, measured values in base units.
 *
 * <p>Every series carries project, region and service, so that the files of several services can
 * stand in one folder. What changes with each run, such as the report's id, is a label of {@code
 * stageproof_run_info} alone: a label that changes makes a new series each time. There are no
 * timestamps, which the textfile collector refuses; {@code stageproof_run_timestamp_seconds} says
 * when the run began.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">exposition
 *     formats</a>
 */
public final class PrometheusFormat implements ReportFormat {

  @Override
  public String kind() {
    return "prometheus";
  }

  @Override
  public String extension() {
    return "prom";
  }

  @Override
  public String description() {
    return "Gauges in Prometheus' text format, for node_exporter's textfile collector.";
  }

  @Override
  public void render(RunRecord record, RenderOptions options, Appendable out) throws IOException {
    for (Family family : new RunFamilies(record).all()) {
      family.writeTo(out);
    }
  }
}
