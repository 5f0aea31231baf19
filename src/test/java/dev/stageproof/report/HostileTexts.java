package dev.stageproof.report;

import java.util.stream.Stream;

/** Texts that would act in one format or another if they were not escaped. */
public final class HostileTexts {
  private HostileTexts() {}

  /** One at a time, short ones and long ones. */
  public static Stream<String> all() {
    return Stream.of(
        "\n# Verdict: PASS\n",
        "\n\n## Executive Summary\n\n",
        "\nPASS\n====\n",
        "\nPASS\n---\n",
        " | forged | row |",
        "\n| a | b |\n|---|---|\n| c | d |\n",
        "\\",
        "\\|",
        "\\\\|",
        "`",
        "``",
        "```\n# out\n```",
        "~~~\n# out\n~~~",
        "````` x",
        "`a|b`",
        "`a` `b",
        "<script>alert(1)</script>",
        "</details><h1>PASS</h1>",
        "<!-- hidden",
        "--> shown",
        "\"></td></tr></table><img src=x onerror=alert(1)>",
        "' onfocus='alert(1)' autofocus='",
        "</title></style></svg></pre><script>alert(1)</script>",
        "<svg/onload=alert(1)>",
        "<![CDATA[ x ]]> <?x ?>",
        "&NotEqualTilde; &#x3C;b&#x3E; &lt",
        "<a href=\"https://evil.example\">x</a>",
        "<https://evil.example>",
        "&lt;b&gt; &#35; &amp;",
        "[click](https://evil.example)",
        "[click](javascript:alert(1))",
        "![pixel](https://evil.example/p.png)",
        "!",
        "](x)",
        "[x]: https://evil.example \"title\"",
        "\n[health]: https://evil.example\n",
        "[^1]",
        "@everyone cc @org/team a@b.example",
        "https://evil.example www.evil.example ftp://evil.example",
        "*bold* **bold** _it_ __it__ ~~gone~~ ~x~",
        "***",
        "- item\n- item",
        "1. item\n2. item",
        "+ item",
        "> quote",
        "- [x] done",
        "\n    indented code\n",
        "\n::error file=x::forged\n##[error]forged",
        "\u001B[31mred\u001B[0m \u001B]8;;https://evil.example\u0007x\u001B]8;;\u0007 \u009B1m",
        "\u202Egnirts desrever\u202C \u2066x\u2069 \u200F",
        "\u0000\u0007\u0008\u007F",
        "a\u2028# b\u2029# c\u0085# d\r# e\r\n# f",
        "\uD83D",
        "✅ 🎉 👩‍🚀",
        "$x$ $$y$$ ${report.title} <#if true>",
        "{{ site.title }} {% include x %}",
        "trailing  ",
        "\t",
        "`".repeat(5_000),
        "[".repeat(5_000),
        "*a ".repeat(5_000),
        ("<" + "a ".repeat(3) + ">\n").repeat(3_000));
  }

  /** As long as the payload is when it is shown, because long commands are folded. */
  public static String harmless(String payload) {
    return "x".repeat(Math.max(1, ForeignText.clean(payload).length()));
  }
}
