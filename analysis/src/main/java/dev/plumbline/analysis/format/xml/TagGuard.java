package dev.plumbline.analysis.format.xml;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Rejects XML in UTF-8 with a tag that is too long: a parser keeps a whole tag with its attributes, while text comes in parts.
 * Comments and processing instructions end at the next {@code >}, which is enough to find tags.
 */
final class TagGuard extends FilterInputStream {

    private static final int LONGEST = 1 << 20;

    private boolean inTag;
    private boolean quotable;
    private int quote;
    private int length;

    TagGuard(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            see(next);
        }
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        int got = in.read(target, offset, count);
        for (int i = 0; i < got; i++) {
            see(target[offset + i]);
        }
        return got;
    }

    private void see(int next) {
        if (!inTag) {
            inTag = next == '<';
            length = 0;
            return;
        }
        length++;
        if (length > LONGEST) {
            throw new DocumentException(
                    ProblemCode.TEXT_TOO_LONG, "a tag is longer than " + LONGEST + " bytes; shorten it", Place.UNKNOWN);
        }
        if (length == 1) {
            quotable = next != '!' && next != '?';
            quote = 0;
        }
        if (quote != 0) {
            quote = next == quote ? 0 : quote;
        } else if (quotable && (next == '"' || next == '\'')) {
            quote = next;
        } else if (next == '>') {
            inTag = false;
        }
    }
}
