/** Projects, their tokens, and the repositories that they trust. */
@NullMarked
package dev.plumbline.server.project;

import org.jspecify.annotations.NullMarked;
