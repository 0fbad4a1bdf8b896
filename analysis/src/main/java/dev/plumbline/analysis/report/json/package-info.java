/** Verdicts as JSON: the server stores and sends them and the collector reads them by the same code. */
@NullMarked
package dev.plumbline.analysis.report.json;

import org.jspecify.annotations.NullMarked;
