package dev.plumbline.collector.client;

/** The outcome of an upload. */
public sealed interface UploadOutcome {

    /** Stored, now or before. */
    record Accepted(UploadReceipt run) implements UploadOutcome {}

    /** Not stored, and sending it again would not help. */
    record Refused(ServerProblem problem) implements UploadOutcome {

        /** Whether the document is at fault, and not the token or the address. */
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
