/** What {@code go test -bench} prints. */
@NullMarked
package dev.plumbline.analysis.format.go;

import org.jspecify.annotations.NullMarked;
