/**
 * What can be made of the records of earlier runs without another look at the world: several put
 * together as one, one laid beside another, many as a history.
 *
 * <p>Floor 3: sees {@code judge} and {@code model}. Pure: records in, records and plain values out.
 */
package dev.stageproof.offline;
