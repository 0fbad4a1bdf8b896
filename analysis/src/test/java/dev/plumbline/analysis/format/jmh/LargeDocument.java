package dev.plumbline.analysis.format.jmh;

import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads a generated document in a process of its own, whose heap the test bounds. */
final class LargeDocument {

    private LargeDocument() {}

    /** Prints how many results were made and how many were read; the argument is the length in bytes. */
    public static void main(String[] arguments) throws IOException {
        GeneratedDocument document = new GeneratedDocument(Long.parseLong(arguments[0]));
        AtomicInteger read = new AtomicInteger();
        new JmhReader()
                .read(document, ReadLimits.defaults().withMaxResults(1_000_000), result -> read.incrementAndGet());
        System.out.println(document.results() + " made, " + read.get() + " read");
    }
}
