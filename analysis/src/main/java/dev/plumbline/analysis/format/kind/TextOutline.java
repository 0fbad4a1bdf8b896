package dev.plumbline.analysis.format.kind;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the lines at the beginning of a text look like.
 *
 * @param text the beginning, without blanks before it
 */
record TextOutline(String text) {

    /** An assignment as in github-action-benchmark's data.js, up to the brace. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:window\\.|var |let |const )?[\\w.]{1,100}\\s*=\\s*(?=\\{)");

    /** The bracket of an array, and not that of {@code [INFO]}. */
    private static final Pattern ARRAY = Pattern.compile("\\[\\s*([\\[{\"\\d\\]tfnN/'-]|$)");

    private static final Pattern HARNESS_CSV = Pattern.compile("\"?Benchmark\"?([,;\t])\"?Mode\"?\\1\"?Threads\"?\\1");
    private static final Pattern HARNESS_TEXT = Pattern.compile(
            "^.{0,100}?(# JMH version: |# JMH \\d|# VM invoker: |# Run progress: "
                    + "|Benchmark +(\\([^()\n]+\\) +)*Mode .*Units *\\r?$)",
            Pattern.MULTILINE);
    private static final Pattern DIVAN = Pattern.compile(
            "^(Timer precision: \\d|[│ ]{0,60}[├╰]─ |.{0,4000}?\\sfastest\\s+│ slowest\\s)", Pattern.MULTILINE);
    private static final Pattern CRITERION = Pattern.compile(
            "^(.{0,4000}?\\s{1,99}time: +\\[\\d|Benchmarking .{1,4000}: Analyzing\\s*$)", Pattern.MULTILINE);
    /** Its lines, or what cargo says before it runs them. */
    private static final Pattern LIBTEST_BENCH = Pattern.compile(
            "^(test .{1,4000} \\.\\.\\. +bench: +\\d| {1,20}(Running (unittests|benches)|Finished .bench.) )",
            Pattern.MULTILINE);

    /** A line of results or of the configuration that Go prints above them, as text or as an event in JSON. */
    private static final Pattern GO_TEXT = Pattern.compile(
            "^(Benchmark(?!\\p{Ll})\\S{0,4096}[ \t]{1,999}\\d{1,18}[ \t]{1,999}[\\d.eE+-]{1,40} \\S"
                    + "|goos: \\w{1,20}\\s{1,9}goarch: |\\{\"(Time|Action|ImportPath)\":\"[^\"\n]{1,999}\",.{0,999}?\"Action\":\")",
            Pattern.MULTILINE);

    private static final Pattern GOOGLE_TABLE =
            Pattern.compile("^Benchmark {1,999}Time {1,99}CPU {1,99}Iterations", Pattern.MULTILINE);

    private static final Pattern GOOGLE_CSV =
            Pattern.compile("^\"?name\"?,\"?iterations\"?,\"?real_time\"?,\"?cpu_time\"?", Pattern.MULTILINE);

    /** How terminals are told a colour, which logs of build tools keep. */
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]{0,20}m");

    /** The first element of XML, behind a declaration and short comments. */
    private static final Pattern ROOT =
            Pattern.compile("(?:<\\?[^>]{0,500}>\\s*+|<!--[^>]{0,1000}-->\\s*+){0,5}+<(\\w{1,40})[\\s/>]");

    private static final Pattern CATCH2_TABLE =
            Pattern.compile("^benchmark name +samples +iterations +(estimated|est run time|mean)", Pattern.MULTILINE);
    private static final Pattern CATCH2_APPLICATION =
            Pattern.compile("^.{1,500} is a Catch2? v\\d.{0,40} host application\\.", Pattern.MULTILINE);
    private static final Pattern VITEST_OUTPUT =
            Pattern.compile("^ {1,20}name +hz +min +max +mean +p75 ", Pattern.MULTILINE);
    private static final Pattern ASV_OUTPUT = Pattern.compile(
            "^(\\[ *\\d{1,3}\\.\\d\\d%] )?·+ (Running|Benchmarking|Building|For project commit)", Pattern.MULTILINE);

    private static final Pattern SECTION = Pattern.compile("\\[{1,2}[A-Za-z_][\\w .:\"-]*]{1,2}\\s*");
    private static final Pattern SETTING = Pattern.compile("\\s*(- )?[\"']?[A-Za-z_][\\w./-]*[\"']?\\s*(=|:(\\s|$)).*");
    private static final Pattern ITEM = Pattern.compile("\\s*- .*|---\\s*|\\s+\\S.*|[]})]+[;,]?\\s*");
    private static final Pattern COMMENT = Pattern.compile("\\s*([#!]|//|;).*|\\s*");
    private static final int LINES = 40;

    /** Whether a text is to be read as JSON: it begins as JSON does, or assigns JSON to a variable. */
    static boolean isJson(String text) {
        return (ARRAY.matcher(text).lookingAt()
                        && !SECTION.matcher(firstLine(text)).matches())
                || text.startsWith("{")
                || ASSIGNMENT.matcher(text).lookingAt();
    }

    /** The text from the brace on if it begins with an assignment. */
    static String withoutAssignment(String text) {
        Matcher assignment = ASSIGNMENT.matcher(text);
        return assignment.lookingAt() ? text.substring(assignment.end()) : text;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** The kind of a document that begins so. */
    DocumentKind kind() {
        Matcher table = HARNESS_CSV.matcher(text);
        if (table.lookingAt()) {
            return table.group(1).equals(";") ? DocumentKind.JMH_SCSV : DocumentKind.JMH_CSV;
        }
        if (isHarnessText()) {
            return DocumentKind.JMH_TEXT;
        }
        Optional<DocumentKind> rust = rust(COLOUR.matcher(text).replaceAll(""));
        if (rust.isPresent()) {
            return rust.get();
        }
        if (GO_TEXT.matcher(text).find()) {
            return DocumentKind.GO_TEXT;
        }
        if (GOOGLE_TABLE.matcher(text).find()) {
            return DocumentKind.GOOGLE_BENCHMARK_TABLE;
        }
        if (GOOGLE_CSV.matcher(text).find()) {
            return DocumentKind.GOOGLE_BENCHMARK_CSV;
        }
        if (text.startsWith("<")) {
            return markup();
        }
        if (CATCH2_TABLE.matcher(text).find()
                || CATCH2_APPLICATION.matcher(text).find()) {
            return DocumentKind.CATCH2_TEXT;
        }
        if (VITEST_OUTPUT.matcher(COLOUR.matcher(text).replaceAll("")).find()) {
            return DocumentKind.VITEST_TEXT;
        }
        if (ASV_OUTPUT.matcher(text).find()) {
            return DocumentKind.ASV_TEXT;
        }
        if (text.startsWith("# HELP benchmark_")) {
            return DocumentKind.BENCHMARK_DOTNET_METRICS;
        }
        List<String> lines = text.lines()
                .filter(line -> !COMMENT.matcher(line).matches())
                .limit(LINES)
                .toList();
        if (isConfiguration(lines)) {
            return DocumentKind.CONFIGURATION;
        }
        return isTable(lines) ? DocumentKind.TABLE : DocumentKind.UNKNOWN;
    }

    private DocumentKind markup() {
        Matcher root = ROOT.matcher(text);
        return switch (root.lookingAt() ? root.group(1) : "") {
            case "Catch", "Catch2TestRun" -> DocumentKind.CATCH2_XML;
            case "testsuites", "testsuite" -> DocumentKind.JUNIT_XML;
            default -> DocumentKind.MARKUP;
        };
    }

    /** Which harness in Rust printed it. */
    private static Optional<DocumentKind> rust(String plain) {
        if (DIVAN.matcher(plain).find()) {
            return Optional.of(DocumentKind.DIVAN);
        }
        if (CRITERION.matcher(plain).find()) {
            return Optional.of(DocumentKind.CRITERION_TEXT);
        }
        return LIBTEST_BENCH.matcher(plain).find() ? Optional.of(DocumentKind.LIBTEST_BENCH) : Optional.empty();
    }

    /** Whether JMH printed it. */
    boolean isHarnessText() {
        return HARNESS_TEXT.matcher(COLOUR.matcher(text).replaceAll("")).find();
    }

    private static boolean isConfiguration(List<String> lines) {
        return lines.stream()
                        .anyMatch(line -> SETTING.matcher(line).matches()
                                || SECTION.matcher(line).matches())
                && lines.stream()
                        .limit(Math.max(1, lines.size() - 1))
                        .allMatch(line -> SETTING.matcher(line).matches()
                                || SECTION.matcher(line).matches()
                                || ITEM.matcher(line).matches());
    }

    private static boolean isTable(List<String> lines) {
        if (lines.size() < 2) {
            return false;
        }
        for (char separator : new char[] {',', ';', '\t'}) {
            long first = count(lines.get(0), separator);
            if (first > 0 && first == count(lines.get(1), separator)) {
                return true;
            }
        }
        return false;
    }

    private static long count(String line, char separator) {
        return line.chars().filter(character -> character == separator).count();
    }
}
