@NullMarked
package dev.plumbline.analysis.report.comparison;

import org.jspecify.annotations.NullMarked;
