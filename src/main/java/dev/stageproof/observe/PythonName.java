package dev.stageproof.observe;

import java.util.Optional;

/**
 * Something that Python can import.
 *
 * @param module with dots: "acme.sockets.manager"
 * @param name a name in the module; empty for the module itself
 */
public record PythonName(String module, Optional<String> name) {

  /** The import as Python writes it. */
  public String statement() {
    return name.map(text -> "from " + module + " import " + text).orElse("import " + module);
  }

  /** With dots: "acme.sockets.manager.SocketManager". */
  public String dotted() {
    return name.map(text -> module + "." + text).orElse(module);
  }
}
