package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.collector.command.OutputOptions;
import java.util.List;

/**
 * What the user wants to know about series.
 *
 * @param files the file, {@code -} for standard input; or the files and folders of several runs
 * @param columns the columns of CSV with values; empty to find them out
 * @param unit the unit, if the file doesn't say it; may be empty
 * @param direction which way is better, as far as it was given
 * @param filters patterns of names; empty for all
 * @param form the format of the result
 * @param style how text is drawn
 */
record SeriesRequest(
        List<String> files,
        List<String> columns,
        String unit,
        GivenDirection direction,
        List<String> filters,
        OutputOptions.Form form,
        TableStyle style) {

    SeriesRequest {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
    }
}
