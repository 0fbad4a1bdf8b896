package dev.plumbline.server.http;

import dev.plumbline.server.auth.Proof;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * The token that a request presents.
 *
 * @param secret its text, empty when there is none
 * @param fromCookie whether it came in the sign-in cookie, which a browser sends everywhere: one that isn't valid for
 *     the request counts as none
 */
public record Credentials(Optional<String> secret, boolean fromCookie) {

    /** The cookie that the sign-in page sets: HttpOnly, SameSite=Lax, Secure on https. Its value is the token. */
    public static final String COOKIE = "plumbline_token";

    private static final String SCHEME = "bearer ";

    /**
     * The credentials of a request: {@code Authorization: Bearer}, otherwise the cookie. The cookie counts only for GET and
     * HEAD, so that another site's form can change nothing in its visitor's name.
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
        return reads ? ofCookie(request) : new Credentials(Optional.empty(), true);
    }

    /**
     * The credentials of a form that is posted from one of this server's own pages: the cookie counts, since the browser itself says where
     * the form was. If the browser doesn't say, or the form is another site's, there are none.
     *
     * @param address the address that people use, without a slash at its end
     */
    public static Credentials ofForm(HttpServerRequest request, String address) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean own = site != null ? site.equals("same-origin") : address.equalsIgnoreCase(origin);
        return own ? ofCookie(request) : new Credentials(Optional.empty(), true);
    }

    private static Credentials ofCookie(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        return new Credentials(Optional.ofNullable(cookie).map(Cookie::getValue), true);
    }

    /** The CI job's ID token that was sent in place of a token of ours; a cookie never holds one. */
    Optional<String> identityToken() {
        return fromCookie ? Optional.empty() : secret.filter(Proof::isIdentity);
    }
}
