package dev.plumbline.generator.history;

import java.util.List;

/** What commits say that do nothing to any benchmark. */
final class Subjects {

    private static final List<String> ALL = List.of(
            "Say in the error which line of the CSV file is broken",
            "Bump junit to 6.1.2",
            "Let IndexReader be closed twice",
            "Move the tests of the tokenizer beside it",
            "Add JsonReader.skipValue",
            "Describe the segment format",
            "Bump the-very-long-named-library-that-nobody-remembers from 3.4.11 to 3.5.0-rc2",
            "Fix the offset of surrogate pairs in RegexMatcher.end",
            "Remove what was deprecated in 4.0",
            "Accept RFC 3339 times with a lower-case t",
            "Name the file in the exception of a broken mapping",
            "Bump error-prone to 2.52.0",
            "Test XxHash against the published vectors",
            "Handle interruptions in RingBuffer.offer",
            "Reformat",
            "Make Polygon.simplify stable for points on a line",
            "Document how to build on Windows",
            "Don't swallow the cause of a failed commit");

    private Subjects() {}

    static String of(int number) {
        return ALL.get(number % ALL.size());
    }
}
