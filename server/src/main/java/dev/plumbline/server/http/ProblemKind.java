package dev.plumbline.server.http;

/** Each kind of problem that an answer can report, with its stable code. {@code docs/api.md} has a row for each. */
public enum ProblemKind {
    INVALID_REQUEST("invalid-request", 400, "The request is malformed"),
    INVALID_PARAMETER("invalid-parameter", 400, "A query parameter is invalid"),
    INVALID_JSON("invalid-json", 400, "The request body is not valid JSON for this operation"),
    INVALID_METADATA("invalid-metadata", 400, "The upload's metadata is invalid"),
    INVALID_MULTIPART("invalid-multipart", 400, "The multipart body is invalid"),
    INVALID_SLUG("invalid-slug", 400, "The project's slug is invalid"),
    INVALID_NAME("invalid-name", 400, "The name is invalid"),
    INVALID_TOKEN_REQUEST("invalid-token-request", 400, "The token can't be created"),
    INVALID_TRUST("invalid-trust", 400, "The repository can't be trusted"),
    INVALID_NOTIFICATION("invalid-notification", 400, "The notification rule is invalid"),
    INVALID_WATCH("invalid-watch", 400, "The watch is invalid"),
    INVALID_RENAME("invalid-rename", 400, "The benchmarks can't be joined"),
    INVALID_BASELINE("invalid-baseline", 400, "The baseline can't be marked"),
    TOKEN_REQUIRED("token-required", 401, "A token is required"),
    INVALID_TOKEN("invalid-token", 401, "The token is invalid"),
    INVALID_SIGNATURE("invalid-signature", 401, "The webhook's signature is invalid"),
    FORBIDDEN("forbidden", 403, "The token doesn't allow this"),
    FORGE_NOT_ALLOWED("forge-not-allowed", 403, "The instance doesn't allow this repository"),
    TOKEN_MISMATCH("token-mismatch", 403, "The upload doesn't match the ID token"),
    QUARANTINE_REFUSED("quarantine-refused", 403, "The quarantined upload was rejected"),
    UNKNOWN_PROJECT("unknown-project", 404, "There is no such project"),
    NOT_FOUND("not-found", 404, "Nothing was found here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method isn't allowed here"),
    UPLOAD_TOO_SLOW("upload-too-slow", 408, "The upload took too long"),
    PROJECT_EXISTS("project-exists", 409, "The project already exists"),
    PRECONDITION_FAILED("precondition-failed", 412, "It was changed in the meantime"),
    UPLOAD_TOO_LARGE("upload-too-large", 413, "The body is too large"),
    DOCUMENT_TOO_LARGE("document-too-large", 413, "The document is too large"),
    TOO_MANY_RESULTS("too-many-results", 413, "The document has too many results"),
    TOO_MANY_POINTS("too-many-points", 413, "The document has too many points"),
    TOO_MANY_SERIES("too-many-series", 413, "The project would have too many series"),
    UNSUPPORTED_ENCODING("unsupported-encoding", 415, "The content encoding isn't supported"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The media type isn't supported"),
    INVALID_DOCUMENT("invalid-document", 422, "The document was rejected"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    INSUFFICIENT_STORAGE("insufficient-storage", 507, "The server has no room"),
    INTERNAL_ERROR("internal-error", 500, "An unexpected error occurred"),
    BUSY("busy", 503, "The server is busy"),
    STARTING("starting", 503, "The server is starting"),
    STOPPING("stopping", 503, "The server is stopping"),
    DATABASE_UNAVAILABLE("database-unavailable", 503, "The database can't be reached"),
    ISSUER_UNREACHABLE("issuer-unreachable", 503, "The issuer of the ID token can't be reached");

    private final String code;
    private final int status;
    private final String title;

    ProblemKind(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** Stable, kebab-case. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What it is, without the details. */
    public String title() {
        return title;
    }
}
