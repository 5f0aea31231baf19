package dev.stageproof.checks.logs;

import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.spi.Request;

/**
 * A log that is to be read.
 *
 * @param source whose log it is, in words
 */
record AskedLog(String source, Request<LogReadObservation> request) {}
