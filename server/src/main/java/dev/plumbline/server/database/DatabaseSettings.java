package dev.plumbline.server.database;

/**
 * Where the database is.
 *
 * @param url JDBC URL, {@code jdbc:postgresql://…}
 * @param user the role
 * @param password its password; empty when the server asks for none
 * @param poolSize the most connections at once, at least 4
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) {

    public DatabaseSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "the database URL is '" + url + "', expected one that begins with jdbc:postgresql:");
        }
        if (poolSize < 4) {
            throw new IllegalArgumentException("the pool size is " + poolSize + ", expected at least 4");
        }
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
