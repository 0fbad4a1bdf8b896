package dev.plumbline.analysis.format.jmh;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Measurement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Reads documents that a test has at hand. */
final class Reading {

    private Reading() {}

    static List<BenchmarkResult> all(byte[] document, ReadLimits limits) {
        List<BenchmarkResult> results = new ArrayList<>();
        try {
            new JmhReader().read(new ByteArrayInputStream(document), limits, results::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return results;
    }

    static List<BenchmarkResult> all(byte[] document) {
        return all(document, ReadLimits.defaults());
    }

    static List<BenchmarkResult> all(String document) {
        return all(document.getBytes(StandardCharsets.UTF_8));
    }

    /** The only result of a document. */
    static BenchmarkResult one(ResultText text) {
        return all(text.document()).get(0);
    }

    /** The secondary metric of a name. */
    static Measurement secondary(BenchmarkResult result, String name) {
        return result.secondary().stream()
                .filter(measurement -> measurement.metric().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + result.secondary()));
    }

    static DocumentException refusal(byte[] document, ReadLimits limits) {
        return catchThrowableOfType(DocumentException.class, () -> all(document, limits));
    }

    static DocumentException refusal(byte[] document) {
        return refusal(document, ReadLimits.defaults());
    }

    static DocumentException refusal(String document) {
        return refusal(document.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gunzip(byte[] compressed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return gzip.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] gzip(byte[] document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
