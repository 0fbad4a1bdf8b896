@NullMarked
package dev.plumbline.analysis.report.change;

import org.jspecify.annotations.NullMarked;
