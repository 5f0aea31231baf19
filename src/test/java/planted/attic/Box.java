package planted.attic;

/** Lives in a room that is not on the map. */
public final class Box {}
