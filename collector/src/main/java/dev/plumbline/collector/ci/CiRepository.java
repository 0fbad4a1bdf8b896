package dev.plumbline.collector.ci;

import dev.plumbline.forge.ForgeKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The repository that a job measures, as people open it: what commits and branches are linked to.
 *
 * @param forge the forge's usual name, such as {@code gitlab}
 * @param page the address of the repository's page, without a slash at its end
 */
public record CiRepository(String forge, String page) {

    /** {@code git@host:owner/name.git}. */
    private static final Pattern SHELL = Pattern.compile("[\\w.-]+@([\\w.-]+):(?!//)/?(.+)");

    /** What CI systems call the address of the repository, some of them the one to clone. */
    private static final String[] ADDRESSES = {
        "CI_REPO_URL", "DRONE_REPO_LINK", "BUILDKITE_REPO", "CIRCLE_REPOSITORY_URL", "BUILD_REPOSITORY_URI", "GIT_URL"
    };

    /** The repository according to a job's variables; empty if they don't say, or if its forge isn't recognised. */
    public static Optional<CiRepository> recognise(Map<String, String> environment) {
        return CiForge.recognise(environment)
                .filter(forge -> !forge.page().isEmpty())
                .map(forge -> new CiRepository(name(forge.kind()), forge.page()))
                .or(() -> named(new Variables(environment)));
    }

    private static Optional<CiRepository> named(Variables variables) {
        String slug = variables.text("TRAVIS_REPO_SLUG");
        String address = slug.isEmpty() ? variables.first(ADDRESSES) : "https://github.com/" + slug;
        return page(address)
                .flatMap(page -> kind(variables.text("CI_FORGE_TYPE"), page.getHost())
                        .map(kind -> new CiRepository(name(kind), page.toString())));
    }

    /** The page of the repository that is cloned from an address. User and password of the address are left out. */
    private static Optional<URI> page(String address) {
        Matcher shell = SHELL.matcher(address);
        try {
            URI uri = new URI(shell.matches() ? "ssh://" + shell.group(1) + "/" + shell.group(2) : address);
            if (uri.getHost() == null || uri.getPath() == null) {
                return Optional.empty();
            }
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            String path = uri.getPath().replaceFirst("(\\.git)?/*$", "");
            return Optional.of(new URI(
                    web ? uri.getScheme() : "https", null, uri.getHost(), web ? uri.getPort() : -1, path, null, null));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The forge as the CI system calls it, otherwise the one that the host is named after. */
    private static Optional<ForgeKind> kind(String said, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return ForgeKind.named(said)
                .or(() -> name.equals("codeberg.org")
                        ? Optional.of(ForgeKind.GITEA)
                        : Stream.of(name.split("\\."))
                                .flatMap(part -> ForgeKind.named(part).stream())
                                .findFirst());
    }

    private static String name(ForgeKind kind) {
        return kind.product().names().get(0);
    }
}
