package planted.config;

import picocli.CommandLine.ParameterException;

/** Uses the command line's library outside of it. */
public final class TalksPicocli {
  public void talk(ParameterException e) {}
}
