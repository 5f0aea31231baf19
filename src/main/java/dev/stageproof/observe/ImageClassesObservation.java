package dev.stageproof.observe;

import dev.stageproof.spi.Observation;
import java.util.Optional;

/**
 * What was found in an image.
 *
 * @param asked the digest of what was asked for, which may be an index
 * @param digest the digest of the manifest that was read
 * @param told how the image starts the program whose class path this is; empty when the check names
 *     the class path
 * @param java the Java that loads the classes; empty when neither the check nor the image tells it
 */
public record ImageClassesObservation(
    String asked,
    String digest,
    Optional<Start> told,
    Optional<JavaRelease> java,
    ClassFilesObservation classes)
    implements Observation {

  /**
   * How an image starts a Java program.
   *
   * @param command as far as it tells the class path: {@code java -jar /app/app.jar}
   * @param byArguments true when other arguments, which a revision may give, could change it
   */
  public record Start(String command, boolean byArguments) {}

  /**
   * A release of Java.
   *
   * @param number 8 or more
   * @param source the file of the image that tells it, or {@code java-release}
   */
  public record JavaRelease(int number, String source) {}
}
