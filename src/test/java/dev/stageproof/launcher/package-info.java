/** The launcher at the top of the project, run as a real process. */
package dev.stageproof.launcher;
