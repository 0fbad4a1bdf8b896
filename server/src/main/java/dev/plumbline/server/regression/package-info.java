/** Regressions: change points grouped by cause, what people decide on them, and what is left to narrow down. */
@NullMarked
package dev.plumbline.server.regression;

import org.jspecify.annotations.NullMarked;
