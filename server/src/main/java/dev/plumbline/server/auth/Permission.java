package dev.plumbline.server.auth;

/** What a request wants to do with a project. */
public enum Permission {
    /** See results, verdicts and charts. A public project grants it to everyone. */
    READ,
    /** Store a run. */
    UPLOAD,
    /** Change the project: its tokens, its settings, a run judged again. */
    ADMIN
}
