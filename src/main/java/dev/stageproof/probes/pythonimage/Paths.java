package dev.stageproof.probes.pythonimage;

import java.util.ArrayList;
import java.util.List;

/** Paths within an image: absolute, with slashes. */
final class Paths {

  private Paths() {}

  /** {@code path} as seen from {@code folder}, without "." and "..". */
  static String resolve(String folder, String path) {
    String whole = path.startsWith("/") ? path : folder + "/" + path;
    List<String> names = new ArrayList<>();
    for (String name : whole.split("/", -1)) {
      if (name.equals("..")) {
        if (!names.isEmpty()) {
          names.remove(names.size() - 1);
        }
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return "/" + String.join("/", names);
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }
}
