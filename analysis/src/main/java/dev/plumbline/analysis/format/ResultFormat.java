package dev.plumbline.analysis.format;

import dev.plumbline.analysis.format.action.BenchmarkActionReader;
import dev.plumbline.analysis.format.androidx.AndroidxReader;
import dev.plumbline.analysis.format.archive.ArchiveReader;
import dev.plumbline.analysis.format.archive.ResultFolder;
import dev.plumbline.analysis.format.asv.AsvReader;
import dev.plumbline.analysis.format.catch2.Catch2TextReader;
import dev.plumbline.analysis.format.catch2.Catch2XmlReader;
import dev.plumbline.analysis.format.criterion.CargoCriterionReader;
import dev.plumbline.analysis.format.criterion.CriterionFolder;
import dev.plumbline.analysis.format.criterion.CriterionTextReader;
import dev.plumbline.analysis.format.criterion.LibtestBenchReader;
import dev.plumbline.analysis.format.csv.JmhCsvReader;
import dev.plumbline.analysis.format.divan.DivanReader;
import dev.plumbline.analysis.format.document.Container;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.dotnet.BenchmarkDotNetReader;
import dev.plumbline.analysis.format.go.GoReader;
import dev.plumbline.analysis.format.google.GoogleCsvReader;
import dev.plumbline.analysis.format.google.GoogleJsonReader;
import dev.plumbline.analysis.format.gungraun.GungraunFolder;
import dev.plumbline.analysis.format.gungraun.GungraunReader;
import dev.plumbline.analysis.format.hyperfine.HyperfineCsvReader;
import dev.plumbline.analysis.format.hyperfine.HyperfineJsonReader;
import dev.plumbline.analysis.format.jmh.JmhReader;
import dev.plumbline.analysis.format.kind.DocumentKind;
import dev.plumbline.analysis.format.plumbline.PlumblineReader;
import dev.plumbline.analysis.format.pytest.PytestReader;
import dev.plumbline.analysis.format.text.JmhTextReader;
import dev.plumbline.analysis.format.tokio.TokioConsoleReader;
import dev.plumbline.analysis.format.valgrind.ProfileKind;
import dev.plumbline.analysis.format.valgrind.ValgrindProfileReader;
import dev.plumbline.analysis.format.vitest.VitestReader;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The formats of result files: each one is a package with one reader, and one line here. */
public enum ResultFormat {
    JMH_JSON("jmh-json"),
    JMH_CSV("jmh-csv"),
    JMH_SCSV("jmh-scsv"),
    JMH_TEXT("jmh-text"),
    CRITERION("criterion"),
    CARGO_CRITERION("cargo-criterion"),
    CRITERION_TEXT("criterion-text"),
    LIBTEST_BENCH("libtest-bench"),
    DIVAN("divan"),

    CALLGRIND("callgrind"),
    CACHEGRIND("cachegrind"),
    GUNGRAUN("gungraun"),
    TOKIO_CONSOLE("tokio-console"),

    GO_BENCH("go-bench"),
    GOOGLE_BENCHMARK_JSON("google-benchmark-json"),
    GOOGLE_BENCHMARK_CSV("google-benchmark-csv"),
    PYTEST_BENCHMARK("pytest-benchmark"),
    HYPERFINE_JSON("hyperfine-json"),
    HYPERFINE_CSV("hyperfine-csv"),

    BENCHMARK_DOTNET_JSON("benchmarkdotnet-json"),
    CATCH2_XML("catch2-xml"),
    CATCH2_TEXT("catch2-text"),
    VITEST_JSON("vitest-json"),
    ASV_JSON("asv-json"),
    KOTLINX_JSON("kotlinx-json"),
    ANDROIDX_JSON("androidx-json"),
    BENCHMARK_ACTION_JSON("benchmark-action-json"),
    PLUMBLINE_JSON("plumbline-json");

    /** How much of a document is looked at to recognise it. */
    private static final int BEGINNING = 1 << 16;

    private static final int GLANCE = 4_096;

    private final String id;

    ResultFormat(String id) {
        this.id = id;
    }

    /** The name that the API and the database know the format by. */
    public String id() {
        return id;
    }

    /** The reader of this format. It keeps nothing between documents and may be used by many threads. */
    public ResultReader reader() {
        return switch (this) {
            case JMH_JSON -> new JmhReader();
            case JMH_CSV, JMH_SCSV -> new JmhCsvReader();
            case JMH_TEXT -> new JmhTextReader();
            case CRITERION -> new ArchiveReader(new CriterionFolder());
            case CARGO_CRITERION -> new CargoCriterionReader();
            case CRITERION_TEXT -> new CriterionTextReader();
            case LIBTEST_BENCH -> new LibtestBenchReader();
            case DIVAN -> new DivanReader();
            case CALLGRIND -> new ValgrindProfileReader(ProfileKind.CALLGRIND);
            case CACHEGRIND -> new ValgrindProfileReader(ProfileKind.CACHEGRIND);
            case GUNGRAUN -> new GungraunReader();
            case TOKIO_CONSOLE -> new TokioConsoleReader();
            case GO_BENCH -> new GoReader();
            case GOOGLE_BENCHMARK_JSON -> new GoogleJsonReader();
            case GOOGLE_BENCHMARK_CSV -> new GoogleCsvReader();
            case PYTEST_BENCHMARK -> new PytestReader();
            case HYPERFINE_JSON -> new HyperfineJsonReader();
            case HYPERFINE_CSV -> new HyperfineCsvReader();

            case BENCHMARK_DOTNET_JSON -> new BenchmarkDotNetReader();
            case CATCH2_XML -> new Catch2XmlReader();
            case CATCH2_TEXT -> new Catch2TextReader();
            case VITEST_JSON -> new VitestReader();
            case ASV_JSON -> new AsvReader();
            case KOTLINX_JSON -> JmhReader.ofKotlinx();
            case ANDROIDX_JSON -> new AndroidxReader();
            case BENCHMARK_ACTION_JSON -> new BenchmarkActionReader();
            case PLUMBLINE_JSON -> new PlumblineReader();
        };
    }

    /** The profiler whose files have this format, so that their functions can be read; empty if it is no profiler's. */
    public Optional<ProfileKind> profile() {
        if (this == CALLGRIND) {
            return Optional.of(ProfileKind.CALLGRIND);
        }
        return this == CACHEGRIND ? Optional.of(ProfileKind.CACHEGRIND) : Optional.empty();
    }

    /** What the harness writes into a folder; empty if it writes single files only. */
    public Optional<ResultFolder> folder() {
        if (this == CRITERION) {
            return Optional.of(new CriterionFolder());
        }
        return this == GUNGRAUN ? Optional.of(new GungraunFolder()) : Optional.empty();
    }

    /** The kinds of documents that have this format. */
    private Set<DocumentKind> kinds() {
        return switch (this) {
            case JMH_JSON -> EnumSet.of(DocumentKind.JMH_JSON);
            case JMH_CSV -> EnumSet.of(DocumentKind.JMH_CSV);
            case JMH_SCSV -> EnumSet.of(DocumentKind.JMH_SCSV);
            case JMH_TEXT -> EnumSet.of(DocumentKind.JMH_TEXT);
            case CRITERION -> EnumSet.noneOf(DocumentKind.class);
            case CARGO_CRITERION -> EnumSet.of(DocumentKind.CARGO_CRITERION);
            case CRITERION_TEXT -> EnumSet.of(DocumentKind.CRITERION_TEXT);
            case LIBTEST_BENCH -> EnumSet.of(DocumentKind.LIBTEST_BENCH);
            case DIVAN -> EnumSet.of(DocumentKind.DIVAN);
            case CALLGRIND -> EnumSet.of(DocumentKind.CALLGRIND);
            case CACHEGRIND -> EnumSet.of(DocumentKind.CACHEGRIND);
            case GUNGRAUN -> EnumSet.of(DocumentKind.GUNGRAUN);
            case TOKIO_CONSOLE -> EnumSet.of(DocumentKind.TOKIO_CONSOLE);
            case GO_BENCH -> EnumSet.of(DocumentKind.GO_TEXT, DocumentKind.GO_JSON);
            case GOOGLE_BENCHMARK_JSON -> EnumSet.of(DocumentKind.GOOGLE_BENCHMARK);
            case GOOGLE_BENCHMARK_CSV -> EnumSet.of(DocumentKind.GOOGLE_BENCHMARK_CSV);
            case PYTEST_BENCHMARK -> EnumSet.of(DocumentKind.PYTEST_BENCHMARK);
            case HYPERFINE_JSON -> EnumSet.of(DocumentKind.HYPERFINE);
            case HYPERFINE_CSV -> EnumSet.of(DocumentKind.HYPERFINE_CSV);

            case BENCHMARK_DOTNET_JSON -> EnumSet.of(DocumentKind.BENCHMARK_DOTNET_JSON);
            case CATCH2_XML -> EnumSet.of(DocumentKind.CATCH2_XML);
            case CATCH2_TEXT -> EnumSet.of(DocumentKind.CATCH2_TEXT);
            case VITEST_JSON -> EnumSet.of(DocumentKind.VITEST_JSON);
            case ASV_JSON -> EnumSet.of(DocumentKind.ASV_JSON);
            case KOTLINX_JSON -> EnumSet.of(DocumentKind.KOTLINX_JSON);
            case ANDROIDX_JSON -> EnumSet.of(DocumentKind.ANDROIDX_JSON);
            case BENCHMARK_ACTION_JSON -> EnumSet.of(DocumentKind.BENCHMARK_ACTION_INPUT);
            case PLUMBLINE_JSON -> EnumSet.of(DocumentKind.PLUMBLINE_JSON);
        };
    }

    /** The format of an id, empty when there is none. */
    public static Optional<ResultFormat> ofId(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }

    /** The format that documents of this kind have, empty when they have no results or are in a format that isn't read. */
    public static Optional<ResultFormat> ofKind(DocumentKind kind) {
        return Arrays.stream(values())
                .filter(format -> format.kinds().contains(kind))
                .findFirst();
    }

    /** The formats whose harness may have written this path into a folder; see {@link ResultFolder#reads}. */
    public static Set<ResultFormat> ofPath(String path) {
        return Arrays.stream(values())
                .filter(format ->
                        format.folder().filter(folder -> folder.reads(path)).isPresent())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ResultFormat.class)));
    }

    /**
     * Reads a document, plain or gzip-compressed, in the format that its content shows. Otherwise as
     * {@link ResultReader#read}.
     *
     * @return the format it has
     * @throws IOException when {@code in} can't be read
     * @throws DocumentException when the document is something else, or refused
     */
    public static ResultFormat read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results)
            throws IOException {
        return read(Optional.empty(), in, limits, results);
    }

    /**
     * The same for a document that is said to have a format.
     *
     * @param stated the format; empty: the one that its content shows, JMH's JSON if it shows nothing
     */
    public static ResultFormat read(
            Optional<ResultFormat> stated, InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results)
            throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes())) {
            if (document.container() != Container.NONE) {
                return new ArchivedResults(stated).read(document, limits, results);
            }
            DocumentKind kind = kind(document.beginning(BEGINNING));
            Optional<ResultFormat> shown = ofKind(kind);
            if (shown.isEmpty() && !kind.remedyForResults().isEmpty()) {
                throw other("this is " + kind.noun() + ", not a document with results; " + kind.remedyForResults());
            }
            ResultFormat format = stated.or(() -> shown).orElse(JMH_JSON);
            if (shown.isPresent() && shown.get() != format) {
                throw other("this is " + kind.noun() + ", not " + format.id + " as stated; state " + shown.get().id
                        + ", or no format");
            }
            format.reader().read(document, limits, results);
            return format;
        }
    }

    /** The format of a document, as its beginning shows it; empty if it shows none of these, or can't be decompressed. */
    public static Optional<ResultFormat> recognise(InputStream in, ReadLimits limits) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes())) {
            return document.container() == Container.NONE
                    ? ofKind(kind(document.beginning(BEGINNING)))
                    : ArchivedResults.recognise(document, limits);
        } catch (DocumentException noText) {
            return Optional.empty();
        }
    }

    /** Most documents show it at once: only what isn't the usual one there is looked at for longer. */
    private static DocumentKind kind(byte[] beginning) {
        DocumentKind glance = DocumentKind.of(Arrays.copyOf(beginning, Math.min(beginning.length, GLANCE)));
        return glance == DocumentKind.JMH_JSON ? glance : DocumentKind.of(beginning);
    }

    static DocumentException other(String sentence) {
        return new DocumentException(ProblemCode.OTHER_DOCUMENT, sentence, Place.UNKNOWN);
    }

    /** All ids, with commas between them. */
    public static String ids() {
        return Arrays.stream(values()).map(ResultFormat::id).collect(Collectors.joining(", "));
    }
}
