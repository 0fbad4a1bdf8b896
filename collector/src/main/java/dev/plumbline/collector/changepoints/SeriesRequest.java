package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.collector.command.OutputOptions;
import java.util.List;

/**
 * What the user asks of series.
 *
 * @param file the file, {@code -} for standard input
 * @param columns the columns of CSV with values; empty to find them out
 * @param unit the unit, where the file does not say it; may be empty
 * @param direction which way is better, as far as it was given
 * @param filters patterns of names; empty for all
 * @param form what the result is written as
 * @param style how text is drawn
 */
record SeriesRequest(
        String file,
        List<String> columns,
        String unit,
        GivenDirection direction,
        List<String> filters,
        OutputOptions.Form form,
        TableStyle style) {

    SeriesRequest {
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
    }
}
