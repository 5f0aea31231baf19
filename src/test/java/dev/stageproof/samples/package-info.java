/** Small check types with settings of every shape, for the tests of configuration and reference. */
package dev.stageproof.samples;
