/** What was measured where a regression is: what did not move, and what moved in other environments. */
@NullMarked
package dev.plumbline.server.regression.surroundings;

import org.jspecify.annotations.NullMarked;
