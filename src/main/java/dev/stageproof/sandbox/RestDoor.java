package dev.stageproof.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** One door for both APIs in JSON over HTTP; also as a proxy's, where the path says which. */
record RestDoor(RestFace logging, RunFace run) implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    boolean entries = exchange.getRequestURI().getPath().startsWith("/v2/entries");
    (entries ? logging : run).handle(exchange);
  }
}
