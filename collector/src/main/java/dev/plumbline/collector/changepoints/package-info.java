/** {@code plumbline changepoints}: finds where the level of a series shifted, in a CSV or JSON file. */
@NullMarked
package dev.plumbline.collector.changepoints;

import org.jspecify.annotations.NullMarked;
