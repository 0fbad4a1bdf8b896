package dev.plumbline.collector.client;

/** What became of an upload. */
public sealed interface UploadOutcome {

    /** Stored, now or before. */
    record Accepted(UploadReceipt run) implements UploadOutcome {}

    /** Not stored, and sending it again would not help. */
    record Refused(ServerProblem problem) implements UploadOutcome {

        /** Whether the fault is the document's, and not the token's or the address's. */
        public boolean becauseOfContent() {
            return switch (problem.status()) {
                case 400, 409, 411, 413, 415, 422 -> true;
                default -> false;
            };
        }
    }

    /** Not sent: the server could not be reached. */
    record Unreachable(String reason) implements UploadOutcome {}
}
