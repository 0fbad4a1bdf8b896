/** Tables of results, of every format. */
@NullMarked
package dev.plumbline.analysis.format.table;

import org.jspecify.annotations.NullMarked;
