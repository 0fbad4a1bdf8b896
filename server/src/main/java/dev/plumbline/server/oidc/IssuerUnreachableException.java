package dev.plumbline.server.oidc;

/** An issuer gave no keys: no connection, no answer in time, or an answer that is none. The message says which. */
final class IssuerUnreachableException extends Exception {

    private static final long serialVersionUID = 1;

    IssuerUnreachableException(String message) {
        super(message);
    }
}
