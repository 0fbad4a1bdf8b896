@NullMarked
package dev.plumbline.analysis.report.verdict;

import org.jspecify.annotations.NullMarked;
