package dev.plumbline.server;

import dev.plumbline.server.notification.channel.MailServer;
import dev.plumbline.server.notification.channel.NotifyHosts;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@link Settings} from environment variables and flags, and collects every complaint before it gives up. */
final class SettingsReader {

    private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug", "trace");

    private final Map<String, String> environment;
    private final Map<Setting, String> flags;
    private final List<String> complaints = new ArrayList<>();

    private SettingsReader(Map<String, String> environment, Map<Setting, String> flags) {
        this.environment = environment;
        this.flags = flags;
    }

    /**
     * Reads the settings.
     *
     * @param environment the environment variables
     * @param flags what the command line says; it takes precedence
     * @throws SettingsException when a value is invalid
     */
    static Settings read(Map<String, String> environment, Map<Setting, String> flags) {
        return new SettingsReader(environment, flags).read();
    }

    private Settings read() {
        Settings settings = new Settings(
                text(Setting.HOST),
                (int) number(Setting.PORT, 0, 65_535),
                publicUrl(),
                folder(),
                database(),
                (int) number(Setting.DATABASE_POOL_SIZE, 4, 200),
                file(Setting.FORGES),
                limits(),
                flag(Setting.PROXY_HEADERS),
                issuers(),
                notifications(),
                seconds(Setting.SHUTDOWN_SECONDS, 1, 3_600),
                Settings.LogFormat.valueOf(
                        oneOf(Setting.LOG_FORMAT, Set.of("text", "json")).toUpperCase(Locale.ROOT)),
                oneOf(Setting.LOG_LEVEL, LEVELS));
        if (!complaints.isEmpty()) {
            throw new SettingsException(complaints);
        }
        return settings;
    }

    private Settings.Limits limits() {
        return new Settings.Limits(
                number(Setting.MAX_UPLOAD_BYTES, 1, 1L << 40),
                number(Setting.MAX_DOCUMENT_BYTES, 1, 1L << 40),
                (int) number(Setting.MAX_RESULTS, 1, 10_000_000),
                (int) number(Setting.MAX_WAITING, 1, 100_000),
                seconds(Setting.UPLOAD_SECONDS, 1, 86_400),
                (int) number(Setting.REQUESTS_PER_MINUTE, 0, 10_000_000),
                (int) number(Setting.MAX_CONNECTIONS, 16, 1_000_000),
                (int) number(Setting.MAX_CONNECTIONS_PER_ADDRESS, 0, 1_000_000));
    }

    private Settings.Notifications notifications() {
        NotifyHosts hosts = NotifyHosts.of("");
        Optional<MailServer> mail = Optional.empty();
        try {
            hosts = NotifyHosts.of(text(Setting.NOTIFY_HOSTS));
        } catch (IllegalArgumentException e) {
            complain(Setting.NOTIFY_HOSTS, text(Setting.NOTIFY_HOSTS), "hosts separated by commas; " + e.getMessage());
        }
        try {
            String url = text(Setting.SMTP_URL);
            mail = url.isEmpty() ? mail : Optional.of(MailServer.of(url, text(Setting.MAIL_FROM)));
        } catch (IllegalArgumentException e) {
            complain(
                    Setting.SMTP_URL,
                    "…",
                    "a mail server such as smtps://user:password@mail.example.com, and in "
                            + Setting.MAIL_FROM.variable() + " an address; " + e.getMessage());
        }
        return new Settings.Notifications(hosts, mail);
    }

    private String text(Setting setting) {
        String flag = flags.get(setting);
        if (flag != null) {
            return flag;
        }
        String variable = environment.getOrDefault(setting.variable(), "");
        return variable.isBlank() ? setting.standard() : variable.strip();
    }

    private long number(Setting setting, long least, long most) {
        String text = text(setting);
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, with the range.
        }
        complain(setting, text, "a whole number from " + least + " to " + most);
        return least;
    }

    private Duration seconds(Setting setting, long least, long most) {
        return Duration.ofSeconds(number(setting, least, most));
    }

    private boolean flag(Setting setting) {
        return oneOf(setting, Set.of("true", "false")).equals("true");
    }

    private String oneOf(Setting setting, Set<String> choices) {
        String text = text(setting).toLowerCase(Locale.ROOT);
        if (!choices.contains(text)) {
            complain(
                    setting,
                    text,
                    "one of " + String.join(", ", choices.stream().sorted().toList()));
            return setting.standard();
        }
        return text;
    }

    private Path folder() {
        String text = text(Setting.DATA);
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            complain(Setting.DATA, text, "a folder");
            return Path.of("").toAbsolutePath();
        }
    }

    private Optional<Path> file(Setting setting) {
        String text = text(setting);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Path.of(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            complain(setting, text, "a file");
            return Optional.empty();
        }
    }

    private Optional<URI> publicUrl() {
        String text = text(Setting.PUBLIC_URL);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text.replaceAll("/+$", ""));
            if (url.getHost() != null
                    && Set.of("http", "https").contains(url.getScheme())
                    && url.getRawPath().isEmpty()) {
                return Optional.of(url);
            }
        } catch (URISyntaxException notAnAddress) {
            // Reported below.
        }
        complain(Setting.PUBLIC_URL, text, "an address such as https://plumbline.example.com, without a path");
        return Optional.empty();
    }

    private List<URI> issuers() {
        String text = text(Setting.OIDC_ISSUERS);
        if (text.equals("none")) {
            return List.of();
        }
        List<URI> issuers = new ArrayList<>();
        for (String address : text.split(",", -1)) {
            issuer(address.strip().replaceAll("/+$", ""))
                    .ifPresentOrElse(
                            issuers::add,
                            () -> complain(
                                    Setting.OIDC_ISSUERS,
                                    address.strip(),
                                    "addresses such as https://gitlab.example.com separated by commas, or none"));
        }
        return issuers;
    }

    /** Over http only on this machine: anyone who can change the keys in transit can forge every token. */
    private static Optional<URI> issuer(String text) {
        try {
            URI address = new URI(text);
            boolean local = "http".equals(address.getScheme())
                    && Set.of("localhost", "127.0.0.1").contains(String.valueOf(address.getHost()));
            boolean plain = address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            return Optional.of(address).filter(any -> plain && (local || "https".equals(address.getScheme())));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private Optional<Settings.ExternalDatabase> database() {
        String url = text(Setting.DATABASE_URL);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            complain(
                    Setting.DATABASE_URL,
                    url,
                    "a JDBC URL such as jdbc:postgresql://localhost/plumbline; leave it empty for the embedded"
                            + " PostgreSQL");
        }
        return Optional.of(
                new Settings.ExternalDatabase(url, text(Setting.DATABASE_USER), text(Setting.DATABASE_PASSWORD)));
    }

    private void complain(Setting setting, String value, String expected) {
        complaints.add(setting.variable() + " (" + setting.flag() + ") is '" + value + "': expected " + expected);
    }
}
