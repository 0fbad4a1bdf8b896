package dev.plumbline.collector.ci;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.product.CiJob;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The forge that a job runs on, according to its variables. An unknown text is empty.
 *
 * @param kind which forge
 * @param api the address of its API
 * @param repository the repository with the pull request
 * @param page the address of that repository's page
 * @param token the token with which the job may write
 * @param annotates whether the job's log can contain workflow annotations
 */
public record CiForge(ForgeKind kind, String api, String repository, String page, String token, boolean annotates) {

    /** The forge of this job; empty if none is recognised. */
    public static Optional<CiForge> recognise(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        return Arrays.stream(ForgeKind.values())
                .flatMap(kind -> kind.product().job(variables::text).map(job -> of(kind, job)).stream())
                .findFirst();
    }

    private static CiForge of(ForgeKind kind, CiJob job) {
        return new CiForge(kind, job.api(), job.repository(), job.page(), job.token(), job.annotates());
    }
}
