package dev.stageproof.formats.templates;

import dev.stageproof.report.Figures;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a template of a user's may use up: one that would not end, or would take all memory, becomes
 * an error with its name.
 *
 * @param characters how much it may write
 * @param time how long it may take
 */
public record Bounds(long characters, Duration time) {

  /** What a template makes of the view. */
  interface Work {
    void writeTo(Writer out) throws IOException, TemplateException;
  }

  /**
   * Does the work; it may have written something when it fails.
   *
   * @param name the template or the folder of templates, for the message
   * @throws IOException when the template is wrong or does not end
   */
  void hold(String name, Work work, Writer out) throws IOException {
    var task =
        new FutureTask<Void>(
            () -> {
              work.writeTo(new BoundedWriter(out, characters));
              return null;
            });
    Thread worker = new Thread(task, "template");
    worker.setDaemon(true);
    worker.start();
    await(name, task);
  }

  /** FreeMarker can't be interrupted: a loop that never ends is left to end with the process. */
  private void await(String name, FutureTask<Void> task) throws IOException {
    try {
      task.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw problem(name, e.getCause());
    } catch (TimeoutException e) {
      String limit = Figures.duration(time);
      throw wrong(name, "it did not end within " + limit + "; look for its loops", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw wrong(name, "the run was interrupted while it was written", e);
    }
  }

  private static IOException problem(String name, Throwable cause) {
    for (Throwable it = cause; it != null; it = it.getCause()) {
      if (it instanceof BoundedWriter.FullException) {
        return wrong(name, it.getMessage(), cause);
      }
      if (it instanceof StackOverflowError || it instanceof OutOfMemoryError) {
        return wrong(name, "it takes too much memory; look for macros that call themselves", cause);
      }
    }
    if (cause instanceof TemplateException e) {
      return TemplateProblem.of(e);
    }
    return cause instanceof IOException e
        ? e
        : wrong(name, String.valueOf(cause.getMessage()), cause);
  }

  private static IOException wrong(String name, String what, Throwable cause) {
    return new IOException("template " + name + ": " + what, cause);
  }
}
