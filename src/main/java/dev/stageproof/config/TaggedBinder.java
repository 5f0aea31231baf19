package dev.stageproof.config;

import dev.stageproof.shape.Nearest;
import dev.stageproof.shape.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Binds mappings whose keys depend on the word under one of them. */
record TaggedBinder(Binder binder, RecordBinder records, Problems problems, Assembly assembly) {

  /** Without a known word only the common keys can be checked; the others may be right. */
  Optional<Object> bind(Entries entries, Shape.Tagged shape, Slot slot) {
    Optional<String> word = word(entries, shape, slot);
    Optional<Record> common = records.fields(entries, shape.common(), slot);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Shape.Fields own = shape.variants().get(word.get());
    records.reportUnknown(entries, keys(shape, own));
    Optional<Record> settings = records.fields(entries, own, slot);
    return common.isPresent() && settings.isPresent()
        ? Optional.of(assembly.assemble(word.get(), common.get(), settings.get()))
        : Optional.empty();
  }

  private static List<String> keys(Shape.Tagged shape, Shape.Fields own) {
    List<String> keys = new ArrayList<>(RecordBinder.keys(shape.common()));
    keys.add(shape.key());
    keys.addAll(RecordBinder.keys(own));
    return keys;
  }

  private Optional<String> word(Entries entries, Shape.Tagged shape, Slot slot) {
    Collection<String> words = shape.variants().keySet();
    Optional<Entries.Entry> entry = entries.find(shape.key());
    if (entry.isEmpty()) {
      String message = "%s lacks the key `%s`".formatted(slot.label(), shape.key());
      problems.add(slot.place(), message, "allowed: " + Nearest.list(words));
    }
    Shape.Scalar text = new Shape.Scalar(String.class, Optional.empty(), Nearest.list(words));
    return entry
        .flatMap(at -> binder.bind(at.value(), text, Slot.key(shape.key(), at.key())))
        .map(String.class::cast)
        .filter(word -> known(word, words, (ScalarNode) entry.get().value(), shape.key()));
  }

  private boolean known(String word, Collection<String> words, ScalarNode node, String key) {
    if (!words.contains(word)) {
      String written = node.getValue();
      String hint =
          written.equals(word) ? Nearest.hint(word, words) : "allowed: " + Nearest.list(words);
      problems.add(node, Printable.quoted(written) + " is no known " + key, hint);
    }
    return words.contains(word);
  }
}
