package dev.plumbline.forge.github;

import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.rest.Rest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** How a GitHub App says who it is: a JSON Web Token signed with RS256 (RFC 7519, RFC 7518 section 3.3). */
final class JsonWebToken {

    /** GitHub accepts ten minutes at most; one minute is left for a clock that is ahead. */
    private static final Duration LASTS = Duration.ofMinutes(9);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private JsonWebToken() {}

    /** The token of this App, valid from a minute before now on. */
    static String of(Credential.GitHubApp app, Instant now) {
        String claims = Rest.object()
                .put("iat", now.minus(CLOCKS_DIFFER).getEpochSecond())
                .put("exp", now.plus(LASTS).getEpochSecond())
                .put("iss", app.id())
                .toString();
        String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(app.key());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException unfit) {
            throw new IllegalStateException("the App's key can't sign", unfit);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
