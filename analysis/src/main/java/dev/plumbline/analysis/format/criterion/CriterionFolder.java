package dev.plumbline.analysis.format.criterion;

import dev.plumbline.analysis.format.archive.ResultFolder;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The folder {@code target/criterion} of every version. Read is the last measurement of each benchmark, {@code new}; not read are
 * those it was compared with ({@code base}, saved baselines), the comparison ({@code change}) and the report.
 */
public final class CriterionFolder implements ResultFolder {

    private static final Pattern READ =
            Pattern.compile("(.*/)?new/(benchmark|sample|estimates)\\.json", Pattern.DOTALL);

    @Override
    public boolean reads(String path) {
        return path.endsWith(".json") && READ.matcher(path).matches();
    }

    @Override
    public Reading begin(ReadLimits limits, Consumer<BenchmarkResult> results) {
        return new CriterionFiles(limits, results);
    }
}
