package dev.stageproof.probes.entries;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogMatcher.Kind;
import dev.stageproof.observe.LogNumber;
import dev.stageproof.observe.LogQuestions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredLiteralTest {
  private static final String[] PIECES = {
    "a",
    "b",
    "ab",
    "1",
    "\\d",
    "\\.",
    ".",
    "[ab]",
    "[^a]",
    "[]a]",
    "(a|b)",
    "(ab)",
    "(?:b1)",
    "(?P<n>ba)",
    "*",
    "+",
    "?",
    "{2}",
    "{0,2}",
    "{1,}",
    "|",
    "^",
    "$",
    "\\b",
    "\\Qa.b\\E",
    "\\x61",
    "\\141",
    "{",
    "\\pL",
    "\\p{Greek}",
    "é",
    "😀",
    "[[:alpha:]]",
    "\\Q",
    "(?i)"
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user-\\d+.*dup | user-",
        "(\\d+) connections | ' connections'",
        "connections?: (\\d+) | connection",
        "(?:pool~x)y+z size | 'z size'",
        "a{2}bcd{0,3}e | bc",
        "\\Qa.b*\\E+c | a.b*",
        "pool\\.size=(\\d+)ms | pool.size=",
        "[[:alpha:]]+ready[]x] | ready",
        "\\x41BC\\p{Greek}DEFG\\pNH | DEFG",
        "(?P<n>abc)d | abc",
        "x😀? y | ' y'",
      })
  void findsTheLongest(String regex, String literal) {
    assertThat(RequiredLiteral.of(regex.replace('~', '|'))).contains(literal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?i)error", "foo;bar", "\\d+", "a?", "(abc)?", "(abc){0,1}", "", "."})
  void findsNothingWhereNothingIsRequired(String regex) {
    assertThat(RequiredLiteral.of(regex.replace(';', '|'))).isEmpty();
  }

  @Test
  void whateverMatchesHoldsTheLiteral() {
    Random random = new Random(20250915);
    int matched = 0;
    for (int round = 0; round < 60_000; round++) {
      String regex = joined(random, PIECES, 6);
      String text = joined(random, new String[] {"a", "b", "1", ".", "é", "😀", "{", " "}, 12);
      if (matches(regex, text)) {
        matched++;
        assertThat(text).as(regex).contains(RequiredLiteral.of(regex).orElse(""));
      }
    }
    assertThat(matched).isGreaterThan(5_000);
  }

  private static String joined(Random random, String[] pieces, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most) + 1; i > 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  private static boolean matches(String regex, String text) {
    try {
      return Pattern.compile(regex).matcher(text).find();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  @Test
  void questionsHaveNeedlesOnlyWhenEachHasOne() {
    LogMatcher literal = new LogMatcher(Kind.LITERAL, "a.b", Optional.empty());
    LogMatcher regex = new LogMatcher(Kind.REGEX, "x+", Optional.empty());
    LogMatcher open = new LogMatcher(Kind.REGEX, "\\d", Optional.empty());
    LogNumber number = new LogNumber("pool: (\\d+)", Optional.empty());

    assertThat(
            Needles.of(
                new LogQuestions(List.of(literal, regex), List.of(number), Optional.empty())))
        .contains(List.of("a.b", "x", "pool: "));
    assertThat(Needles.of(new LogQuestions(List.of(literal, open), List.of(), Optional.empty())))
        .isEmpty();
  }
}
