package dev.plumbline.server.site.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The files that pages refer to. Their addresses carry a hash of their content, so that they can be kept for ever. */
public final class Assets {

    private static final String FOLDER = "/assets/";
    private static final int HASH_BYTES = 6;
    private static final Map<String, String> TYPES = Map.of(
            "plumbline.css", "text/css; charset=utf-8",
            "plumbline.js", "text/javascript; charset=utf-8",
            "favicon.svg", "image/svg+xml");

    private final Map<String, String> urls = new HashMap<>();
    private final Map<String, Asset> assets = new HashMap<>();

    private Assets() {}

    /**
     * A file as it is sent.
     *
     * @param contentType its media type
     * @param content its bytes
     * @param tag a hash of the content
     */
    public record Asset(String contentType, byte[] content, String tag) {}

    /** The files of the class path. */
    public static Assets load() {
        Assets loaded = new Assets();
        TYPES.forEach((name, type) -> loaded.add(name, type, read(name)));
        return loaded;
    }

    /** The address of a file, by its plain name. */
    public String url(String name) {
        String url = urls.get(name);
        if (url == null) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return url;
    }

    /** The file of a name as it stands in an address, empty when there is none such. */
    public Optional<Asset> find(String hashedName) {
        return Optional.ofNullable(assets.get(hashedName));
    }

    private void add(String name, String type, byte[] content) {
        String tag = tag(content);
        int dot = name.lastIndexOf('.');
        String hashed = name.substring(0, dot) + "." + tag + name.substring(dot);
        urls.put(name, FOLDER + hashed);
        assets.put(hashed, new Asset(type, content, tag));
    }

    private static byte[] read(String name) {
        try (InputStream resource = Assets.class.getResourceAsStream(FOLDER + name)) {
            if (resource == null) {
                throw new IllegalStateException("the class path lacks " + FOLDER + name);
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks SHA-256", e);
        }
    }
}
