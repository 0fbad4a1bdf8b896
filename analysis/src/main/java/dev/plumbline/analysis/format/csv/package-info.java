/** JMH's results as CSV and as SCSV. */
@NullMarked
package dev.plumbline.analysis.format.csv;

import org.jspecify.annotations.NullMarked;
