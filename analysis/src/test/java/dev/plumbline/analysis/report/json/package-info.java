@NullMarked
package dev.plumbline.analysis.report.json;

import org.jspecify.annotations.NullMarked;
