package dev.plumbline.analysis.format.catch2;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.xml.XmlDocument;
import dev.plumbline.analysis.format.xml.XmlElement;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the XML of Catch2 2 and 3 ({@code -r xml}), in which times are nanoseconds. */
public final class Catch2XmlReader implements ResultReader {

    private final XmlDocument xml = new XmlDocument();

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        CheckedResults checked = new CheckedResults(limits, results);
        xml.read(in, limits, new Report(new BenchmarkEstimates(checked)));
        checked.requireSome(
                "the report has no BenchmarkResults: run the benchmarks, too, and not only the tests (Catch2 skips"
                        + " them with --skip-benchmarks)");
    }

    /** One report while it is read. */
    private static final class Report implements XmlDocument.Elements {

        private final BenchmarkEstimates results;
        private final Deque<String> path = new ArrayDeque<>();
        private String version = "";
        private Optional<BenchmarkEstimates.Draft> open = Optional.empty();

        Report(BenchmarkEstimates results) {
            this.results = results;
        }

        @Override
        public void begin(XmlElement element) {
            switch (element.name()) {
                case "Catch2TestRun" -> version = element.text("catch2-version");
                case "TestCase", "Section" -> path.addLast(element.text("name"));
                case "BenchmarkResults" -> open = Optional.of(draft(element));
                case "mean" ->
                    open.ifPresent(draft -> {
                        draft.mean = element.number("value");
                        if (element.number("ci") == 0) {
                            // --benchmark-no-analysis: there is no interval.
                            return;
                        }
                        draft.low = element.number("lowerBound");
                        draft.high = element.number("upperBound");
                    });
                case "failed" -> open.ifPresent(draft -> draft.failure = "Catch2 says: " + element.text("message"));
                default -> {
                    // Assertions, messages and statistics of statistics.
                }
            }
        }

        @Override
        public void end(String name, Place place) {
            if (name.equals("TestCase") || name.equals("Section")) {
                path.pollLast();
            } else if (name.equals("BenchmarkResults") && open.isPresent()) {
                results.add(place, version, open.get());
                open = Optional.empty();
            }
        }

        private BenchmarkEstimates.Draft draft(XmlElement element) {
            BenchmarkEstimates.Draft draft = new BenchmarkEstimates.Draft(path, element.text("name"));
            draft.samples = element.number("samples");
            return draft;
        }
    }
}
