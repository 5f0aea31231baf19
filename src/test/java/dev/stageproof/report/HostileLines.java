package dev.stageproof.report;

import java.util.stream.Stream;

/** Texts that would act in formats for machines: workflow commands, TAP, XML, YAML, Prometheus. */
public final class HostileLines {
  private HostileLines() {}

  /** Those of these formats, after {@link HostileTexts all others}. */
  public static Stream<String> all() {
    return Stream.concat(
        HostileTexts.all(),
        Stream.of(
            "]]><failure/>",
            "</testcase></testsuite>",
            "\n::stop-commands::x\n::set-output name=verdict::PASS",
            "\nverdict<<x\nPASS\nx\n",
            "%0A::error::forged",
            " # SKIP forged",
            " # TODO forged",
            "\nok 1 - forged\nBail out!\n1..0\n",
            "\n  ...\nnot ok 9\n  ---\n",
            "\"\\\"\n- &a *a !x %Y",
            "\"} 1\nstageproof_verdict{verdict=\"PASS\"} 1\n"));
  }
}
