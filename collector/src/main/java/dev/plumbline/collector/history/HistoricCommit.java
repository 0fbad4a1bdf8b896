package dev.plumbline.collector.history;

/**
 * The commit that a run of a history measured, as far as the history knows it.
 *
 * @param id 7 to 64 hexadecimal digits, or whatever else the history calls it
 * @param branch the branch that the history names; empty if it names none
 * @param committedAt when the commit was made, ISO 8601; empty if it isn't known
 * @param author the commit's author; may be empty
 * @param subject the first line of the commit's message; may be empty
 */
record HistoricCommit(String id, String branch, String committedAt, String author, String subject) {

    /** A commit of which only the name is known. */
    static HistoricCommit named(String id) {
        return new HistoricCommit(id, "", "", "", "");
    }
}
