package dev.plumbline.server.site.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The files that pages refer to. Their addresses carry a hash of their content, so that they can be cached forever. */
public final class Assets {

    private static final String FOLDER = "/assets/";
    private static final int HASH_BYTES = 6;
    private static final Map<String, String> TYPES = Map.of(
            "plumbline.css", "text/css; charset=utf-8",
            "plumbline.js", "text/javascript; charset=utf-8",
            "favicon.svg", "image/svg+xml");

    private final Supplier<Shelf> shelf;

    private Assets(Supplier<Shelf> shelf) {
        this.shelf = shelf;
    }

    private record Shelf(Map<String, String> urls, Map<String, Asset> assets) {}

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
        Shelf loaded = shelf(Assets::read);
        return new Assets(() -> loaded);
    }

    /** The files of a folder, read again whenever one is requested: for development. */
    public static Assets reloading(Path folder) {
        return new Assets(() -> shelf(name -> read(folder.resolve(name))));
    }

    /** The address of a file, by its plain name. */
    public String url(String name) {
        String url = shelf.get().urls().get(name);
        if (url == null) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return url;
    }

    /** The file with a name as it appears in an address, empty when there is none. */
    public Optional<Asset> find(String hashedName) {
        return Optional.ofNullable(shelf.get().assets().get(hashedName));
    }

    private static Shelf shelf(Function<String, byte[]> reader) {
        Map<String, String> urls = new HashMap<>();
        Map<String, Asset> assets = new HashMap<>();
        TYPES.forEach((name, type) -> {
            byte[] content = reader.apply(name);
            String tag = tag(content);
            int dot = name.lastIndexOf('.');
            String hashed = name.substring(0, dot) + "." + tag + name.substring(dot);
            urls.put(name, FOLDER + hashed);
            assets.put(hashed, new Asset(type, content, tag));
        });
        return new Shelf(urls, assets);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
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
