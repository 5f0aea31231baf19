package dev.stageproof.refdoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.refdoc.ViewModel.Entry;
import dev.stageproof.refdoc.ViewModel.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewModelTest {
  private static final Path HERE =
      Path.of("src/test/java/dev/stageproof/refdoc/ViewModelTest.java");

  /**
   * A tree, with {@code code}. More of it.
   *
   * @param height in words
   * @param sample "oak"
   * @param leaf the first of its kind, see {@link Leaf}
   */
  record Tree(String height, String sample, Optional<Leaf> leaf, List<Branch> branches) {}

  /** What bears leaves. It grows. */
  sealed interface Branch {

    /** Those that it bears. */
    List<Branch> below();

    /** Its name. */
    String template();
  }

  /**
   * A thin one.
   *
   * @param leaves how many
   */
  record Twig(List<Branch> below, int leaves) implements Branch {
    @Override
    public String template() {
      return "twig";
    }
  }

  /**
   * A leaf. It falls.
   *
   * @param green whether it lives
   */
  record Leaf(boolean green) {}

  record Bare(
      String told,
      Optional<String> untold,
      Duration length,
      Optional<Leaf> leaf,
      List<Thorn> all) {}

  /**
   * As {@link Duration} has it.
   *
   * @param sharp whether it is
   */
  record Thorn(boolean sharp) {}

  @Test
  void whatIsNotDescribedIsReported() throws IOException {
    Sources sources = Sources.of(List.of(HERE));

    assertThatThrownBy(() -> ViewModel.of(Bare.class, sources))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            authors of templates are not told:
            Bare: what it is; give it a comment
            Bare.told: what it means; give the record a @param told
            Bare.untold: what it means; give the record a @param untold
            Bare.length: what java.time.Duration is in a template
            Bare.length: what it means; give the record a @param length
            Bare.all: what Duration is; a template does not see it
            Thorn: what Duration is; a template does not see it""");
  }

  @Test
  void recordsAreDescribedDepthFirstByTheirComments() throws IOException {
    ViewModel model = ViewModel.of(Tree.class, Sources.of(List.of(HERE)));

    assertThat(model.entries())
        .containsExactly(
            new Entry(
                "Tree",
                "A tree, with `code`. More of it.",
                Optional.empty(),
                List.of(
                    new Part("height", "text", "In words."),
                    new Part("sample", "text", "For example \"oak\"."),
                    new Part("leaf", "`Leaf`, or absent", "The first of its kind, see `Leaf`."),
                    new Part("branches", "list of `Branch`", "What bears leaves.")),
                List.of()),
            new Entry(
                "Leaf",
                "A leaf. It falls.",
                Optional.empty(),
                List.of(new Part("green", "yes or no", "Whether it lives.")),
                List.of()),
            new Entry(
                "Branch",
                "What bears leaves. It grows.",
                Optional.empty(),
                List.of(
                    new Part("below", "list of `Branch`", "Those that it bears."),
                    new Part("template", "text", "Its name.")),
                List.of("Twig")),
            new Entry(
                "Twig",
                "A thin one.",
                Optional.of("twig"),
                List.of(
                    new Part("below", "list of `Branch`", "Those that it bears."),
                    new Part("leaves", "number", "How many.")),
                List.of()));
  }
}
