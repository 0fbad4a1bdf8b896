package dev.plumbline.analysis.format.kind;

import java.util.Optional;
import java.util.regex.Pattern;

/** What Valgrind's tools and Gungraun write, by how it begins. */
final class ValgrindOutline {

    /** The summary of a benchmark at the beginning of a line, which no text within JSON can have. */
    private static final Pattern SUMMARY =
            Pattern.compile("^\\{\\s{0,20}\"(baselines|benchmark_exe)\"\\s{0,5}:", Pattern.MULTILINE);

    private static final Pattern PRINTED_SUMMARY = Pattern.compile(
            "^\\s{1,8}(Instructions|L1 Hits|L1 Accesses|Estimated Cycles|Total bytes|Total blocks|Errors|Contexts):"
                    + "\\s{1,60}[\\d*N]",
            Pattern.MULTILINE);
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]{0,20}m");
    private static final Pattern HEADER =
            Pattern.compile("(version|creator|pid|cmd|part|desc|positions|event|events|thread):.*", Pattern.DOTALL);
    private static final Pattern EVENTS = Pattern.compile("^events:[ \t]*\\S", Pattern.MULTILINE);
    private static final Pattern BODY = Pattern.compile("^((fl|fi|fe|fn|ob)=|(summary|totals):)", Pattern.MULTILINE);
    private static final Pattern OF_CALLGRIND =
            Pattern.compile("^((version|creator|pid|part|positions):|calls=|cfn=|ob=)", Pattern.MULTILINE);
    private static final Pattern DIFFERENCE = Pattern.compile("^desc:\\s*Files compared:", Pattern.MULTILINE);
    private static final Pattern MASSIF = Pattern.compile("^(time_unit: |desc: --massif)", Pattern.MULTILINE);
    private static final Pattern ANNOTATION =
            Pattern.compile("^(Events (recorded|shown): |Profile data file '|-- Metadata$)", Pattern.MULTILINE);

    private ValgrindOutline() {}

    /** Whether a text has summaries of Gungraun, with or without other lines between them. */
    static boolean hasSummaries(String text) {
        return SUMMARY.matcher(text).find();
    }

    /** The kind of a text that isn't JSON, empty if it is of none of these tools. */
    static Optional<DocumentKind> of(String text) {
        if (text.startsWith("# callgrind format")) {
            return Optional.of(DocumentKind.CALLGRIND);
        }
        String header = withoutComments(text);
        if (HEADER.matcher(header).matches()) {
            if (MASSIF.matcher(text).find()) {
                return Optional.of(DocumentKind.VALGRIND_HEAP);
            }
            if (EVENTS.matcher(text).find() && BODY.matcher(text).find()) {
                return Optional.of(ofProfile(text));
            }
        }
        if (ANNOTATION.matcher(text).find()) {
            return Optional.of(DocumentKind.VALGRIND_ANNOTATION);
        }
        return PRINTED_SUMMARY.matcher(COLOUR.matcher(text).replaceAll("")).find()
                ? Optional.of(DocumentKind.GUNGRAUN_TEXT)
                : Optional.empty();
    }

    private static DocumentKind ofProfile(String text) {
        if (OF_CALLGRIND.matcher(text).find()) {
            return DocumentKind.CALLGRIND;
        }
        return DIFFERENCE.matcher(text).find() ? DocumentKind.CACHEGRIND_DIFFERENCE : DocumentKind.CACHEGRIND;
    }

    private static String withoutComments(String text) {
        String rest = text;
        while (rest.startsWith("#")) {
            int end = rest.indexOf('\n');
            rest = end < 0 ? "" : rest.substring(end + 1).stripLeading();
        }
        return rest;
    }
}
