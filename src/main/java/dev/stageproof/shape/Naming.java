package dev.stageproof.shape;

import java.util.Locale;

/** How components and constants are written. */
public enum Naming {
  /** In a configuration: {@code max-lag}, {@code blocking}. */
  CONFIG {
    @Override
    public String key(String component) {
      return component.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    @Override
    public String word(String constant) {
      return constant.replace('_', '-').toLowerCase(Locale.ROOT);
    }
  },
  /** In a run record: {@code maxLag}, {@code BLOCKING}. */
  RECORD {
    @Override
    public String key(String component) {
      return component;
    }

    @Override
    public String word(String constant) {
      return constant;
    }
  };

  public abstract String key(String component);

  public abstract String word(String constant);
}
