@NullMarked
package dev.plumbline.analysis.report.missing;

import org.jspecify.annotations.NullMarked;
