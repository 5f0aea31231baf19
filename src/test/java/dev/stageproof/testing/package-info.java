/** What the tests of several rooms share; sees no room itself. */
package dev.stageproof.testing;
