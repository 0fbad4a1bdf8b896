package dev.plumbline.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer of ID tokens on a port of this machine: discovery, a key set that rotates, and tokens that are right or wrong. */
public final class FakeIssuer implements AutoCloseable {

    /** A key that is rotated in, {@code rsa-2}. */
    static final RSAKey NEXT_RSA = rsa("rsa-2");

    /** A forger's key under the id of the issuer's own. */
    static final RSAKey OTHER_RSA = rsa("rsa-1");

    private static final RSAKey RSA = rsa("rsa-1");

    private final HttpServer server;
    private final List<JWK> published = new CopyOnWriteArrayList<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile boolean down;
    private volatile String keysAddress = "";

    private FakeIssuer(HttpServer server) {
        this.server = server;
    }

    /** An issuer with one RSA key, {@code rsa-1}, and one of P-256, {@code ec-1}. */
    public static FakeIssuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeIssuer issuer = new FakeIssuer(server);
            issuer.keysAddress = issuer.address() + "/keys";
            issuer.publish(RSA);
            issuer.publish(ec("ec-1"));
            server.createContext("/", issuer::answer);
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issuer's name. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often the keys were fetched. */
    int fetches() {
        return fetches.get();
    }

    /** From now on it answers 503, or does no more. */
    void down(boolean isDown) {
        down = isDown;
    }

    /** Where its configuration says the keys are. */
    void keysAt(String address) {
        keysAddress = address;
    }

    /** Adds a key to those that it gives out. */
    void publish(JWK key) {
        published.add(key);
    }

    /** Gives out this key no more. */
    void withdraw(String id) {
        published.removeIf(key -> key.getKeyID().equals(id));
    }

    /** The key of an id. */
    JWK key(String id) {
        return published.stream()
                .filter(key -> key.getKeyID().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey ec(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a job of GitHub Actions, valid for ten minutes. */
    JWTClaimsSet.Builder gitHub(String audience, String event, String ref) {
        return valid(audience)
                .claim("repository", "acme/widgets")
                .claim("repository_id", "4711")
                .claim("event_name", event)
                .claim("ref", ref)
                .claim("sha", "0123456789abcdef0123456789abcdef01234567")
                .claim("run_id", "99");
    }

    /** The claims of a job of GitLab CI, valid for ten minutes. */
    JWTClaimsSet.Builder gitLab(String audience, String source, String branch) {
        return valid(audience)
                .claim("project_path", "acme/group/widgets")
                .claim("project_id", "815")
                .claim("pipeline_source", source)
                .claim("ref_type", "branch")
                .claim("ref", branch)
                .claim("ref_path", "refs/heads/" + branch)
                .claim("pipeline_id", "7");
    }

    private JWTClaimsSet.Builder valid(String audience) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .subject("repo:acme/widgets")
                .audience(audience)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now.minusSeconds(5)))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    /** A token signed with the RSA key. */
    String sign(JWTClaimsSet.Builder claims) {
        return sign(claims, key("rsa-1"));
    }

    /** A token signed with a key, published or not. */
    static String sign(JWTClaimsSet.Builder claims, JWK key) {
        try {
            boolean rsa = key instanceof RSAKey;
            JWSHeader header = new JWSHeader.Builder(rsa ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256)
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, claims.build());
            JWSSigner signer = rsa ? new RSASSASigner(key.toRSAKey()) : new ECDSASigner(key.toECKey());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/keys")) {
            fetches.incrementAndGet();
        }
        String body = switch (path) {
            case "/.well-known/openid-configuration" ->
                "{\"issuer\":\"" + address() + "\",\"jwks_uri\":\"" + keysAddress + "\"}";
            case "/keys" -> new JWKSet(List.copyOf(published)).toString();
            default -> "";
        };
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putAll(Map.of("Content-Type", List.of("application/json")));
        exchange.sendResponseHeaders(down ? 503 : body.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
