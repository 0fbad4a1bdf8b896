package dev.plumbline.server.forges;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file with one secret. It is read each time the secret is needed, so that a new one takes effect at once. Only its name is ever shown.
 *
 * @param path where it is
 */
public record SecretFile(Path path) {

    private static final int LIMIT = 64 * 1024;

    /**
     * The secret, without blanks around it.
     *
     * @throws ForgesException when there is none, with the remedy
     */
    public String read() {
        byte[] bytes;
        try (InputStream file = Files.newInputStream(path)) {
            bytes = file.readNBytes(LIMIT + 1);
        } catch (NoSuchFileException e) {
            throw new ForgesException("the file " + this + " doesn't exist: put the secret there");
        } catch (IOException e) {
            throw new ForgesException("the file " + this + " can't be read ("
                    + e.getClass().getSimpleName() + "): let the server's user read it");
        }
        String secret = new String(bytes, StandardCharsets.UTF_8).strip();
        if (secret.isEmpty() || bytes.length > LIMIT) {
            throw new ForgesException("the file " + this + (secret.isEmpty() ? " is empty" : " is too large")
                    + ": put only the secret there");
        }
        return secret;
    }

    @Override
    public String toString() {
        return String.valueOf(path.getFileName());
    }
}
