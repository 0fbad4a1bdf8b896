package dev.plumbline.analysis.format.document;

/** What packs several files into one document. */
public enum Container {
    /** The document is one file. */
    NONE,
    TAR,
    ZIP;

    private static final int TAR_HEADER = 512;
    /** Where a header of tar has the sum of its bytes, as octal digits that count as blanks themselves. */
    private static final int SUM_BEGINS = 148;

    private static final int SUM_ENDS = 156;

    /**
     * What the first bytes of a document begin.
     *
     * @param head the document's first 512 bytes, fewer if it has no more
     */
    static Container of(byte[] head) {
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && isZipRecord(head[2], head[3])) {
            return ZIP;
        }
        return head.length >= TAR_HEADER && head[0] != 0 && isTarHeader(head) ? TAR : NONE;
    }

    /** Whether the sum is right, and there are zeros, which no text has. */
    private static boolean isTarHeader(byte[] head) {
        long sum = 0;
        boolean zeros = false;
        for (int i = 0; i < TAR_HEADER; i++) {
            sum += i >= SUM_BEGINS && i < SUM_ENDS ? ' ' : head[i] & 0xff;
            zeros |= head[i] == 0;
        }
        return zeros && sum == statedSum(head);
    }

    /** The sum that the header states; -1 if it states none. */
    private static long statedSum(byte[] head) {
        long stated = -1;
        for (int i = SUM_BEGINS; i < SUM_ENDS; i++) {
            boolean digit = head[i] >= '0' && head[i] <= '7';
            if (digit) {
                stated = Math.max(0, stated) * 8 + head[i] - '0';
            } else if (stated >= 0) {
                return stated;
            }
        }
        return stated;
    }

    /** A file's header, or the end of an archive that has no files. */
    private static boolean isZipRecord(byte third, byte fourth) {
        return (third == 3 && fourth == 4) || (third == 5 && fourth == 6);
    }
}
