/** The table that JMH prints, alone or at the end of its log, and the forks that the log has. */
@NullMarked
package dev.plumbline.analysis.format.text;

import org.jspecify.annotations.NullMarked;
