package dev.plumbline.server.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * The token that a request presents.
 *
 * @param secret its text, empty when there is none
 * @param fromCookie whether it came in the sign-in cookie, which a browser sends everywhere: one that is not valid for
 *     what is asked counts as none
 */
public record Credentials(Optional<String> secret, boolean fromCookie) {

    /** The cookie that the sign-in page sets: HttpOnly, SameSite=Lax, Secure on https. Its value is the token. */
    public static final String COOKIE = "plumbline_token";

    private static final String SCHEME = "bearer ";

    /**
     * The credentials of a request: {@code Authorization: Bearer}, else the cookie. The cookie counts for GET and HEAD
     * alone, so that another site's form can change nothing in its visitor's name.
     */
    public static Credentials of(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
            return new Credentials(
                    Optional.of(bearer ? header.substring(SCHEME.length()).strip() : ""), false);
        }
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        Cookie cookie = reads ? request.getCookie(COOKIE) : null;
        return new Credentials(Optional.ofNullable(cookie).map(Cookie::getValue), true);
    }
}
