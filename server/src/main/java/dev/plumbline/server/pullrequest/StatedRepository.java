package dev.plumbline.server.pullrequest;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.server.forges.WebAddress;
import java.util.Map;
import java.util.Optional;

/**
 * The repository that an upload's {@code ci} names.
 *
 * @param kind the forge
 * @param page the address of the repository's page, one of http or https
 */
record StatedRepository(ForgeKind kind, String page) {

    /** The one that is named; collectors that don't name it give the job's page, which lies below the repository's. */
    static Optional<StatedRepository> of(Map<String, String> ci) {
        String named = ci.getOrDefault("repositoryUrl", "");
        String job = ci.getOrDefault("url", "");
        if (!named.isEmpty()) {
            return ForgeKind.named(ci.getOrDefault("forge", "")).flatMap(kind -> of(kind, named));
        }
        return switch (ci.getOrDefault("provider", "")) {
            case "github-actions" -> before(job, "/actions/runs/").flatMap(page -> of(ForgeKind.GITHUB, page));
            case "gitlab-ci" -> before(job, "/-/").flatMap(page -> of(ForgeKind.GITLAB, page));
            default -> Optional.empty();
        };
    }

    private static Optional<StatedRepository> of(ForgeKind kind, String page) {
        return WebAddress.of(page).map(address -> new StatedRepository(kind, address));
    }

    private static Optional<String> before(String address, String end) {
        int place = address.indexOf(end);
        return place > 0 ? Optional.of(address.substring(0, place)) : Optional.empty();
    }
}
