@NullMarked
package dev.plumbline.analysis.report.series;

import org.jspecify.annotations.NullMarked;
