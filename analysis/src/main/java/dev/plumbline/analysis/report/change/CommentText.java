package dev.plumbline.analysis.report.change;

import java.util.List;

/** Markdown that is being written, block by block, so that every block is whole. */
final class CommentText {

    private static final int SHORTEST_FENCE = 3;

    private final StringBuilder text = new StringBuilder();

    /** A block of one line. */
    void paragraph(String content) {
        text.append(content).append("\n\n");
    }

    /** A block of several lines: a table or a list. */
    void block(List<String> lines) {
        if (!lines.isEmpty()) {
            paragraph(String.join("\n", lines));
        }
    }

    /** Begins a folded part. */
    void open(String summary) {
        paragraph("<details><summary>" + summary + "</summary>");
    }

    /** Ends it. */
    void close() {
        paragraph("</details>");
    }

    /** Lines as code, behind a fence that is longer than anything in them that looks like one. */
    void code(String language, List<String> lines) {
        int longest = 0;
        int current = 0;
        for (char character : String.join("\n", lines).toCharArray()) {
            current = character == '`' ? current + 1 : 0;
            longest = Math.max(longest, current);
        }
        String fence = "`".repeat(Math.max(SHORTEST_FENCE, longest + 1));
        paragraph(fence + language + "\n" + String.join("\n", lines) + "\n" + fence);
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
