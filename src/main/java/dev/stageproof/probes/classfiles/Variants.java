package dev.stageproof.probes.classfiles;

import dev.stageproof.observe.ClassFilesObservation.Variant;
import dev.stageproof.probes.classfiles.Layout.Spotted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The class files of one jar: which of several variants of a class is the one that counts. */
final class Variants {

  /** A file that holds an asked class by its name. */
  record Hit(String className, int release, ZipArchiveEntry entry) {}

  private final Search search;
  private final boolean multiRelease;
  private final Set<String> bases = new HashSet<>();
  private final Set<String> newer = new HashSet<>();
  private final Map<String, List<Hit>> asked = new LinkedHashMap<>();

  Variants(Search search, boolean multiRelease) {
    this.search = search;
    this.multiRelease = multiRelease;
  }

  /** Java looks at variants only where the manifest says that there are some. */
  void add(Spotted spotted, ZipArchiveEntry entry) {
    if (spotted.release() == Layout.BASE) {
      search.seen(spotted.className());
      if (multiRelease) {
        bases.add(spotted.className());
      }
    } else if (!multiRelease) {
      return;
    } else if (spotted.release() <= search.release()) {
      newer.add(spotted.className());
    }
    if (search.asks(spotted.className())) {
      asked
          .computeIfAbsent(spotted.className(), name -> new ArrayList<>())
          .add(new Hit(spotted.className(), spotted.release(), entry));
    }
  }

  /** The files that count; tells the search of all others. To be called once, after all entries. */
  List<Hit> count(String place) {
    newer.stream().filter(name -> !bases.contains(name)).sorted().forEach(search::seen);
    List<Hit> counting = new ArrayList<>();
    for (List<Hit> hits : asked.values()) {
      int best =
          hits.stream()
              .mapToInt(Hit::release)
              .filter(release -> release <= search.release())
              .max()
              .orElse(Layout.BASE);
      for (Hit hit : hits) {
        if (hit.release() == best) {
          counting.add(hit);
        } else {
          search.variant(new Variant(hit.className(), place, hit.release()));
        }
      }
    }
    return counting;
  }
}
