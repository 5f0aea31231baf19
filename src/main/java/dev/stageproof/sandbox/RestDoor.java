package dev.stageproof.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;

/**
 * One door for all that gcloud asks in JSON over HTTP. It is gcloud's proxy as well, and what comes
 * through a proxy is told apart by its path.
 *
 * @param metadata empty when anybody may call the service
 */
record RestDoor(RestFace logging, RunFace run, Optional<MetadataServer> metadata)
    implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (metadata.isPresent() && path.startsWith(MetadataServer.ROOT)) {
      metadata.get().handle(exchange);
    } else if (path.startsWith("/v2/")) {
      logging.handle(exchange);
    } else {
      run.handle(exchange);
    }
  }
}
