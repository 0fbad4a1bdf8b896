@NullMarked
package dev.plumbline.analysis.report.audit;

import org.jspecify.annotations.NullMarked;
