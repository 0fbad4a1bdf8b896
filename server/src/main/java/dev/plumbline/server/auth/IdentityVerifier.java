package dev.plumbline.server.auth;

import java.util.List;

/** Verifies ID tokens of CI jobs. It may ask an issuer for its keys, so it blocks, and is never called with a connection in hand. */
public interface IdentityVerifier {

    /**
     * What a token says, when everything about it holds.
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
