package dev.stageproof.probes.classfiles;

import dev.stageproof.observe.ClassFilesObservation.Missing;

/** What is around an asked class: names that look like its own, and classes of its packages. */
final class Surroundings {

  private final NearestNames nearest;
  private final String own;
  private final String parent;
  private long inPackage;
  private long around;

  Surroundings(String asked) {
    this.nearest = new NearestNames(asked);
    this.own = upTo(asked);
    this.parent = upTo(own);
  }

  /** The package of a class, the package around a package; empty for the outermost. */
  private static String upTo(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  String asked() {
    return nearest.asked();
  }

  void offer(String className) {
    nearest.offer(className);
    if (upTo(className).equals(own)) {
      inPackage++;
    }
    boolean telling = parent.indexOf('.') > 0;
    if (telling && className.startsWith(parent + ".")) {
      around++;
    }
  }

  Missing missing() {
    return new Missing(asked(), nearest.names(), inPackage, around);
  }
}
