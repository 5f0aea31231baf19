/**
 * One use case per command: load, plan, run, judge, write.
 *
 * <p>Floor 4: the only place that knows where check types, probes and formats come from, and the
 * only one that sees configuration, engine, judge and report together.
 */
package dev.stageproof.gate;
