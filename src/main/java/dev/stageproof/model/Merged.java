package dev.stageproof.model;

import java.util.List;

/** How a record came together from several runs of one configuration. */
public record Merged(@Doc("The runs, in the order of their begin.") List<Shard> shards) {
  public Merged {
    shards = List.copyOf(shards);
  }
}
