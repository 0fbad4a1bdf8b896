package dev.plumbline.generator.suite;

import static dev.plumbline.generator.suite.JmhMode.MICROSECONDS;
import static dev.plumbline.generator.suite.JmhMode.NANOSECONDS;
import static dev.plumbline.generator.suite.JmhMode.THROUGHPUT;
import static dev.plumbline.generator.suite.NoiseClass.DRIFTING;
import static dev.plumbline.generator.suite.NoiseClass.RESTLESS;
import static dev.plumbline.generator.suite.NoiseClass.STILL;
import static dev.plumbline.generator.suite.NoiseClass.TWO_LEVELS;
import static dev.plumbline.generator.suite.NoiseClass.USUAL;
import static dev.plumbline.generator.suite.NoiseClass.WILD;

import java.util.List;

/** The classes of benchmarks of a library for text, collections and files. The first ten are in every suite. */
final class Catalogue {

    private static final List<String> TEXTS = List.of("ascii", "latin1", "mixed");
    private static final List<String> KEYS = List.of("dense", "sparse");
    private static final List<String> NONE = List.of();

    private static final List<SuiteClass> CLASSES = List.of(
            of(
                    "json",
                    "JsonReaderBenchmark",
                    "text",
                    TEXTS,
                    820,
                    512,
                    NANOSECONDS,
                    USUAL,
                    "readTree",
                    "readRecords",
                    "skip"),
            of(
                    "text",
                    "TokenizerBenchmark",
                    "text",
                    TEXTS,
                    240,
                    96,
                    NANOSECONDS,
                    USUAL,
                    "split",
                    "words",
                    "lines",
                    "normalize"),
            of(
                    "collections",
                    "IntMapBenchmark",
                    "keys",
                    KEYS,
                    14,
                    0,
                    NANOSECONDS,
                    USUAL,
                    "get",
                    "put",
                    "remove",
                    "iterate"),
            of("text", "Utf8Benchmark", "text", TEXTS, 60, 0, THROUGHPUT, STILL, "decode", "encode", "validate"),
            of("index", "IndexWriterBenchmark", "", NONE, 5_400, 2_048, MICROSECONDS, USUAL, "add", "merge", "commit"),
            of(
                    "index",
                    "QueryParserBenchmark",
                    "",
                    NONE,
                    1_900,
                    1_344,
                    MICROSECONDS,
                    USUAL,
                    "term",
                    "phrase",
                    "wildcard",
                    "range"),
            of(
                    "compress",
                    "DeflateBenchmark",
                    "text",
                    TEXTS,
                    9_800,
                    320,
                    MICROSECONDS,
                    STILL,
                    "compress",
                    "decompress"),
            of(
                    "io",
                    "MappedFileBenchmark",
                    "",
                    NONE,
                    31_000,
                    640,
                    MICROSECONDS,
                    WILD,
                    "readForward",
                    "readRandom",
                    "append"),
            of("hash", "XxHashBenchmark", "", NONE, 9, 0, THROUGHPUT, STILL, "hash32", "hash64", "streaming"),
            of(
                    "concurrent",
                    "RingBufferBenchmark",
                    "",
                    NONE,
                    85,
                    0,
                    THROUGHPUT,
                    RESTLESS,
                    "offerPoll",
                    "drain",
                    "contended"),
            of(
                    "json",
                    "JsonWriterBenchmark",
                    "text",
                    TEXTS,
                    610,
                    256,
                    NANOSECONDS,
                    USUAL,
                    "writeTree",
                    "writeRecords",
                    "escape"),
            of(
                    "collections",
                    "SortedSetBenchmark",
                    "keys",
                    KEYS,
                    48,
                    24,
                    NANOSECONDS,
                    TWO_LEVELS,
                    "add",
                    "ceiling",
                    "subSet",
                    "iterate"),
            of(
                    "text",
                    "RegexBenchmark",
                    "text",
                    TEXTS,
                    1_450,
                    184,
                    NANOSECONDS,
                    USUAL,
                    "find",
                    "matches",
                    "replaceAll"),
            of("time", "DateFormatBenchmark", "", NONE, 130, 72, NANOSECONDS, STILL, "format", "parse", "parseOffset"),
            of(
                    "numbers",
                    "DecimalBenchmark",
                    "",
                    NONE,
                    35,
                    32,
                    NANOSECONDS,
                    USUAL,
                    "parseDouble",
                    "toText",
                    "multiply",
                    "divide"),
            of(
                    "concurrent",
                    "WorkStealingBenchmark",
                    "",
                    NONE,
                    12_500,
                    4_096,
                    MICROSECONDS,
                    RESTLESS,
                    "fork",
                    "join",
                    "steal"),
            of("cache", "LruCacheBenchmark", "keys", KEYS, 55, 16, THROUGHPUT, DRIFTING, "read", "readWrite", "evict"),
            of(
                    "net",
                    "FrameCodecBenchmark",
                    "",
                    NONE,
                    330,
                    128,
                    NANOSECONDS,
                    USUAL,
                    "encodeFrame",
                    "decodeFrame",
                    "mask"),
            of("net", "LoopbackBenchmark", "", NONE, 46_000, 1_536, MICROSECONDS, WILD, "echo", "pipeline"),
            of(
                    "index",
                    "PostingsBenchmark",
                    "keys",
                    KEYS,
                    700,
                    48,
                    NANOSECONDS,
                    USUAL,
                    "intersect",
                    "union",
                    "advance",
                    "decodeBlock"),
            of("geometry", "PolygonBenchmark", "", NONE, 260, 0, NANOSECONDS, STILL, "contains", "area", "simplify"),
            of(
                    "collections",
                    "BitSetBenchmark",
                    "keys",
                    KEYS,
                    21,
                    0,
                    THROUGHPUT,
                    STILL,
                    "and",
                    "cardinality",
                    "nextSetBit"),
            of(
                    "template",
                    "TemplateRenderingBenchmarkWithRealPages",
                    "text",
                    TEXTS,
                    18_000,
                    24_000,
                    MICROSECONDS,
                    RESTLESS,
                    "renderArticle",
                    "renderIndexOfHundredEntries"),
            of(
                    "io",
                    "CsvReaderBenchmark",
                    "text",
                    TEXTS,
                    2_700,
                    880,
                    MICROSECONDS,
                    DRIFTING,
                    "readQuoted",
                    "readPlain",
                    "toRecords"));

    private Catalogue() {}

    /** So many of the classes, the first ones first. */
    static List<SuiteClass> first(int count) {
        return CLASSES.subList(0, Math.min(count, CLASSES.size()));
    }

    /** How many there are. */
    static int size() {
        return CLASSES.size();
    }

    private static SuiteClass of(
            String module,
            String name,
            String kind,
            List<String> kinds,
            double nanos,
            double bytes,
            JmhMode mode,
            NoiseClass noise,
            String... methods) {
        return new SuiteClass(module, name, List.of(methods), kind, kinds, nanos, bytes, mode, noise);
    }
}
