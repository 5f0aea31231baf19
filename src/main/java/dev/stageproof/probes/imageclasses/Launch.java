package dev.stageproof.probes.imageclasses;

import java.util.List;

/**
 * How an image starts a Java program, as far as it tells the class path.
 *
 * @param command the words that tell it: {@code java -jar /app/app.jar}
 * @param classPath absolute, in order; may hold {@code folder/*}
 * @param java the program that runs Java, as written
 */
record Launch(String command, List<String> classPath, String java) {

  Launch {
    classPath = List.copyOf(classPath);
  }
}
