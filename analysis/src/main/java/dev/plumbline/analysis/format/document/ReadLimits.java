package dev.plumbline.analysis.format.document;

/**
 * What one document may contain. Everything beyond a limit is rejected, so that a hostile document costs no more than a
 * large honest one. All limits are at least 1.
 *
 * @param maxResults results in the document
 * @param maxDecompressedBytes length of the document, after decompression
 * @param maxNameLength characters of a benchmark's or metric's name, of a unit, of a parameter's name or value
 * @param maxHistogramEntries different values in one fork's histogram
 * @param maxTextLength characters of any other text, a JVM argument for example
 * @param maxParams parameters of one benchmark
 * @param maxMetrics secondary metrics of one result
 * @param maxValues iterations of one result, over all its forks and metrics
 * @param maxNesting arrays and objects open at one place
 */
public record ReadLimits(
        int maxResults,
        long maxDecompressedBytes,
        int maxNameLength,
        int maxHistogramEntries,
        int maxTextLength,
        int maxParams,
        int maxMetrics,
        int maxValues,
        int maxNesting) {

    private static final ReadLimits DEFAULTS =
            new ReadLimits(50_000, 512L << 20, 4_096, 200_000, 65_536, 200, 2_000, 1_000_000, 64);

    public ReadLimits {
        long least = Math.min(
                Math.min(Math.min(maxResults, maxDecompressedBytes), Math.min(maxNameLength, maxHistogramEntries)),
                Math.min(Math.min(maxTextLength, maxParams), Math.min(maxMetrics, Math.min(maxValues, maxNesting))));
        if (least < 1) {
            throw new IllegalArgumentException("a limit is " + least + ", expected at least 1");
        }
    }

    /** Limits that no document of a real suite has come close to: 50,000 results, 512 MiB, 1,000,000 iterations a result. */
    public static ReadLimits defaults() {
        return DEFAULTS;
    }

    /** The same limits except for the number of results. */
    public ReadLimits withMaxResults(int results) {
        return new ReadLimits(
                results,
                maxDecompressedBytes,
                maxNameLength,
                maxHistogramEntries,
                maxTextLength,
                maxParams,
                maxMetrics,
                maxValues,
                maxNesting);
    }

    /** The same limits except for the length of the decompressed document. */
    public ReadLimits withMaxDecompressedBytes(long bytes) {
        return new ReadLimits(
                maxResults,
                bytes,
                maxNameLength,
                maxHistogramEntries,
                maxTextLength,
                maxParams,
                maxMetrics,
                maxValues,
                maxNesting);
    }
}
