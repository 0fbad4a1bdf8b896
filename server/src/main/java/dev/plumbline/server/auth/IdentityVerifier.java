package dev.plumbline.server.auth;

import java.util.List;

/** Verifies ID tokens of CI jobs. It may fetch an issuer's keys, so it blocks, and is never called while holding a connection. */
public interface IdentityVerifier {

    /**
     * What a token says, if it is valid in every respect.
     *
     * @throws AccessException {@link AccessException.Reason#INVALID_TOKEN} with what is invalid, or
     *     {@link AccessException.Reason#ISSUER_UNREACHABLE}
     */
    CiIdentity verify(String token);

    /** The issuers that the operator configured. */
    List<String> issuers();

    /** The audience that tokens have to name. */
    String audience();
}
