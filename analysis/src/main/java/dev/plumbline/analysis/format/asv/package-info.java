/** The result files of airspeed velocity. */
@NullMarked
package dev.plumbline.analysis.format.asv;

import org.jspecify.annotations.NullMarked;
